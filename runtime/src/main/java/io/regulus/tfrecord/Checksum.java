package io.regulus.tfrecord;

import java.util.zip.CRC32C;

/** TensorFlow's masked CRC-32C: rotated by 15 bits, plus a constant, since the checksum of bytes that hold a checksum is a poor one. */
final class Checksum {
    private static final int MASK = 0xA282EAD8;

    private Checksum() {}

    static int of(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
