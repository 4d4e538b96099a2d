package io.regulus.samples;

import io.regulus.data.Dataset;
import io.regulus.files.IdxFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * MNIST, Fashion-MNIST or any other set in the same four files, packed or not.
 *
 * @param train to learn from
 * @param test to judge by
 */
public record ImageFolder(Dataset train, Dataset test) {
    /** Of what the images show. */
    public static final int CLASSES = 10;

    private static final int PIXELS = 28 * 28;
    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    /**
     * Reads the four files.
     *
     * @throws IllegalArgumentException if the folder or a file is not there, or holds other images than these networks
     *     take; the message names it and says what to do
     */
    public static ImageFolder read(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(whole)) {
            throw new IllegalArgumentException("there is no folder " + whole + "\n" + cure());
        }
        List<Path> paths = FILES.stream().map(name -> find(whole, name)).toList();
        return new ImageFolder(read(paths.get(0), paths.get(1)), read(paths.get(2), paths.get(3)));
    }

    private static Path find(Path folder, String name) {
        return List.of(folder.resolve(name + ".gz"), folder.resolve(name)).stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "neither " + name + ".gz nor " + name + " is in " + folder + "\n" + cure()));
    }

    private static String cure() {
        return "--data takes the folder that holds the four files of MNIST or Fashion-MNIST, packed (.gz) or not:\n  "
                + String.join("\n  ", FILES)
                + "\nFashion-MNIST's are at https://github.com/zalandoresearch/fashion-mnist";
    }

    private static Dataset read(Path images, Path labels) {
        Dataset data = IdxFiles.read(images, labels);
        if (data.rowLength() != PIXELS) {
            throw new IllegalArgumentException(images + " has images of " + data.rowLength()
                    + " pixels; the demo's networks take 28 x 28 = " + PIXELS);
        }
        if (data.labels().max() >= CLASSES) {
            throw new IllegalArgumentException(labels + " has a label "
                    + data.labels().max() + "; the demo's networks know the classes 0 to " + (CLASSES - 1));
        }
        return data;
    }
}
