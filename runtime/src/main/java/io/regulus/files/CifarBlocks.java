package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A pass over CIFAR files, one after the other. */
final class CifarBlocks implements Blocks {
    /** Records that are read at once, where a block has more. */
    private static final int CHUNK = 10_000;

    /** Images that one array holds, about. */
    private static final int MOST_EXPECTED = Integer.MAX_VALUE / CifarFormat.IMAGE - 1;

    private final List<Path> files;
    private final CifarFormat format;
    private final List<String> classes;
    private final LabelCheck check;
    /** Records of all files, where they are not packed. */
    private final int expected;

    private int file = -1;
    private InputStream in = InputStream.nullInputStream();
    /** Records of the open file that have been read. */
    private long records;

    CifarBlocks(List<Path> files, CifarFormat format, Problems problems) {
        this.files = files;
        this.format = format;
        this.classes = format.names(files.get(0));
        this.check = new LabelCheck(
                format.classes(), "Is this " + format.title() + "'s binary version, undamaged?", problems);
        this.expected = expected();
        nextFile();
    }

    private int expected() {
        long bytes = 0;
        for (Path path : files) {
            bytes += DataFiles.size(path);
        }
        return (int) Math.min(bytes / format.recordLength(), MOST_EXPECTED);
    }

    private void nextFile() {
        if (++file < files.size()) {
            Path path = files.get(file);
            try {
                in = DataFiles.open(path);
            } catch (IOException failure) {
                throw DataFiles.explain(path, failure);
            }
            records = 0;
        }
    }

    @Override
    public Optional<Dataset> next(int count) {
        ByteRows rows = new ByteRows(CifarFormat.IMAGE, Math.min(count, expected));
        while (rows.size() < count && file < files.size()) {
            int wanted = Math.min(CHUNK, count - rows.size());
            byte[] read = read(wanted);
            int found = read.length / format.recordLength();
            for (int record = 0; record < found; record++) {
                ArrayLimit.require(files, rows.size() + 1L, CifarFormat.IMAGE);
                int start = record * format.recordLength();
                int label = read[start + format.position()] & 0xFF;
                if (check.passes(label, files.get(file), "record " + (records + record), "label")) {
                    rows.add((target, to) -> interleave(read, start + format.labels(), target, to), label);
                }
            }
            records += found;
            if (found < wanted) {
                close();
                nextFile();
            }
        }
        return rows.toDataset(classes);
    }

    /** The next whole records of the open file, fewer than wanted at its end. */
    private byte[] read(int wanted) {
        Path path = files.get(file);
        try {
            byte[] read = in.readNBytes(wanted * format.recordLength());
            int rest = read.length % format.recordLength();
            if (rest > 0) {
                long length = records * format.recordLength() + read.length;
                throw new DataFileException(path + ": offset " + (length - rest) + ": record "
                        + length / format.recordLength() + " ends after " + rest + " of " + format.recordLength()
                        + " bytes" + format.hint(length));
            }
            if (read.length == 0 && records == 0) {
                throw new DataFileException(path + ": the file is empty; fetch it again");
            }
            return read;
        } catch (IOException failure) {
            throw DataFiles.explain(path, failure);
        }
    }

    @Override
    public void close() {
        DataFiles.close(files.get(Math.min(file, files.size() - 1)), in);
    }

    /** From channel, height, width to height, width, channel. */
    private static void interleave(byte[] source, int from, byte[] target, int to) {
        for (int channel = 0; channel < CifarFormat.CHANNELS; channel++) {
            int plane = from + channel * CifarFormat.PIXELS;
            for (int pixel = 0; pixel < CifarFormat.PIXELS; pixel++) {
                target[to + pixel * CifarFormat.CHANNELS + channel] = source[plane + pixel];
            }
        }
    }
}
