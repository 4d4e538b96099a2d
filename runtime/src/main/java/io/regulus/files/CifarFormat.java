package io.regulus.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a record of a CIFAR file is: one label or two, then the image, channel by channel. */
enum CifarFormat {
    CIFAR_10("CIFAR-10", 1, 0, 10, "batches.meta.txt"),
    CIFAR_100_FINE("CIFAR-100", 2, 1, 100, "fine_label_names.txt"),
    CIFAR_100_COARSE("CIFAR-100", 2, 0, 20, "coarse_label_names.txt");

    /** Pixels of an image. */
    static final int PIXELS = 32 * 32;

    static final int CHANNELS = 3;

    /** Bytes of an image. */
    static final int IMAGE = PIXELS * CHANNELS;

    private final String title;
    private final int labels;
    private final int position;
    private final int classes;
    private final String names;

    CifarFormat(String title, int labels, int position, int classes, String names) {
        this.title = title;
        this.labels = labels;
        this.position = position;
        this.classes = classes;
        this.names = names;
    }

    String title() {
        return title;
    }

    /** Bytes of labels before each image. */
    int labels() {
        return labels;
    }

    int recordLength() {
        return labels + IMAGE;
    }

    /** Which byte of a record is the label. */
    int position() {
        return position;
    }

    int classes() {
        return classes;
    }

    /** The names of the classes in the file that lies beside the data; empty if there is none. */
    List<String> names(Path data) {
        Path file = data.resolveSibling(names);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            List<String> found = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
            if (found.size() != classes) {
                throw new DataFileException(file + ": has " + found.size() + " names, expected " + classes
                        + ", one a line: fetch it again, or move it away to read without names");
            }
            return found;
        } catch (IOException failure) {
            throw DataFiles.unreadable(file, failure);
        }
    }

    /** Another format whose records a file of this length has whole, in words; empty if there is none. */
    String hint(long length) {
        CifarFormat other = this == CIFAR_10 ? CIFAR_100_FINE : CIFAR_10;
        return length % other.recordLength() == 0
                ? "; it would be " + length / other.recordLength() + " records of " + other.title + ": call "
                        + (other == CIFAR_10 ? "cifar10" : "cifar100") + "(...)"
                : "; it is cut off, or another format: fetch it again";
    }
}
