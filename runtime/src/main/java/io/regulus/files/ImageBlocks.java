package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** A pass over images, decoded on all cores. */
final class ImageBlocks implements Blocks {
    private final ImageList images;
    private final int[] order;
    private final ImageShape shape;
    private final Problems problems;
    private int at;

    ImageBlocks(ImageList images, int[] order, ImageShape shape, Problems problems) {
        this.images = images;
        this.order = order;
        this.shape = shape;
        this.problems = problems;
    }

    @Override
    public Optional<Dataset> next(int count) {
        Optional<Dataset> block = Optional.empty();
        while (block.isEmpty() && at < order.length) {
            block = decode(Math.min(count, order.length - at));
        }
        return block;
    }

    private Optional<Dataset> decode(int count) {
        ArrayLimit.require(images.folder(), count, shape.rowLength());
        byte[] values = new byte[count * shape.rowLength()];
        String[] damage = new String[count];
        // Every image has its own place in both arrays, so that the result does not depend on the order of the threads.
        IntStream.range(0, count).parallel().forEach(row -> damage[row] = decode(file(row), values, row));
        ByteRows rows = new ByteRows(values, shape.rowLength());
        for (int row = 0; row < count; row++) {
            if (damage[row] == null) {
                rows.add(row * shape.rowLength(), images.labels().get(order[at + row]));
            } else {
                problems.add(
                        file(row),
                        "",
                        "image",
                        damage[row],
                        "Replace or remove these files, or leave them out with badRows(BadRows.skip(...)).");
            }
        }
        at += count;
        return rows.toDataset(images.classes());
    }

    private Path file(int row) {
        return images.files().get(order[at + row]);
    }

    /** Writes a row; what is wrong with the file, or null. */
    private String decode(Path file, byte[] values, int row) {
        try {
            if (Files.size(file) > ImageMemory.OF_JVM.bytes()) {
                return "has " + Files.size(file) + " bytes, more than half of the memory of this JVM";
            }
            shape.write(Files.readAllBytes(file), values, row * shape.rowLength());
            return null;
        } catch (ImageDecoder.BadImageException bad) {
            return bad.getMessage();
        } catch (IOException failure) {
            throw DataFiles.unreadable(file, failure);
        }
    }

    @Override
    public void close() {
        at = order.length;
    }
}
