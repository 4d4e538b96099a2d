package io.regulus.tfrecord;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What stands around a record: its length in 8 bytes, little-endian, the checksum of these, the record, its checksum. */
final class Frame {
    private Frame() {}

    static void write(OutputStream out, byte[] record) throws IOException {
        byte[] length = little(Long.BYTES).putLong(record.length).array();
        out.write(length);
        out.write(checksum(length));
        out.write(record);
        out.write(checksum(record));
    }

    private static byte[] checksum(byte[] bytes) {
        return little(Integer.BYTES).putInt(Checksum.of(bytes, bytes.length)).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
