package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A pass over a pair of IDX files. */
final class IdxBlocks implements Blocks {
    private final IdxFile images;
    private final IdxFile labels;
    private final int rowLength;
    private final List<String> classes;
    private final LabelCheck check;
    private int at;

    private IdxBlocks(IdxFile images, IdxFile labels, List<String> classes, Problems problems) {
        this.images = images;
        this.labels = labels;
        this.rowLength = images.header().rowLength(images.path());
        this.classes = classes;
        this.check = new LabelCheck(
                classes.size(), "Name all classes in classes(...), or correct the file of labels.", problems);
    }

    static Blocks open(Path images, Path labels, List<String> classes, Problems problems) {
        IdxFile pixels = IdxFile.open(images);
        try {
            if (pixels.header().rank() < 2) {
                throw new DataFileException(
                        images + ": expected images, found one dimension; are these the labels? The order "
                                + "is read(images, labels)");
            }
            IdxFile targets = IdxFile.open(labels);
            try {
                requirePair(pixels, targets);
                return new IdxBlocks(pixels, targets, classes, problems);
            } catch (RuntimeException failure) {
                targets.close();
                throw failure;
            }
        } catch (RuntimeException failure) {
            pixels.close();
            throw failure;
        }
    }

    private static void requirePair(IdxFile images, IdxFile labels) {
        int rank = labels.header().rank();
        if (rank != 1) {
            throw new DataFileException(labels.path() + ": expected labels with one dimension, found " + rank
                    + " dimensions; are these the images? The order is read(images, labels)");
        }
        int rows = images.header().rows();
        if (labels.header().rows() != rows) {
            throw new DataFileException(images.path() + " has " + rows + " images, but " + labels.path() + " has "
                    + labels.header().rows() + " labels; are both from the same set?");
        }
    }

    @Override
    public Optional<Dataset> next(int count) {
        int all = images.header().rows();
        Optional<Dataset> block = Optional.empty();
        while (block.isEmpty() && at < all) {
            int rows = Math.min(count, all - at);
            block = read(rows, at + rows == all);
        }
        return block;
    }

    private Optional<Dataset> read(int count, boolean last) {
        ByteRows rows = new ByteRows(images.next(count, rowLength, last), rowLength);
        byte[] targets = labels.next(count, 1, last);
        for (int row = 0; row < count; row++) {
            int label = targets[row] & 0xFF;
            if (check.passes(label, labels.path(), "row " + (at + row), "label")) {
                rows.add(row * rowLength, label);
            }
        }
        at += count;
        return rows.toDataset(classes);
    }

    @Override
    public void close() {
        try (images) {
            labels.close();
        }
    }
}
