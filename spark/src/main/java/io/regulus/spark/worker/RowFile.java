package io.regulus.spark.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of rows, mapped into memory. */
final class RowFile {
    private RowFile() {}

    /** Its rows in as few parts as buffers allow, which hold less than 2 GiB. */
    static List<ByteBuffer> parts(Path file, int rowBytes) throws IOException {
        return parts(file, rowBytes, Integer.MAX_VALUE);
    }

    static List<ByteBuffer> parts(Path file, int rowBytes, int most) throws IOException {
        List<ByteBuffer> parts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            long whole = most / rowBytes * (long) rowBytes;
            for (long at = 0; at < channel.size(); at += whole) {
                parts.add(channel.map(MapMode.READ_ONLY, at, Math.min(whole, channel.size() - at)));
            }
        }
        return parts;
    }
}
