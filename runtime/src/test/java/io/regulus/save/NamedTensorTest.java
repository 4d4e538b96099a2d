package io.regulus.save;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTensorTest {
    @Test
    void littleEndianWhateverTheBuffer() {
        ByteBuffer data =
                ByteBuffer.wrap(new byte[] {9, 9, 0, 0, (byte) 0x80, 0x3F, 9}).order(ByteOrder.BIG_ENDIAN);
        NamedTensor tensor = new NamedTensor(
                "a", ElementType.F32, new long[] {1}, data.position(2).limit(6));
        assertArrayEquals(new float[] {1}, tensor.floats());
        assertArrayEquals(new byte[] {0, 0, (byte) 0x80, 0x3F}, tensor.bytes());
        assertEquals(ByteOrder.LITTLE_ENDIAN, tensor.data().order());
        assertEquals(1f, tensor.data().getFloat());
        assertEquals(1f, tensor.data().getFloat(), "reading does not move the tensor's own buffer");
        assertThrows(ReadOnlyBufferException.class, () -> tensor.data().put((byte) 1));
    }

    @Test
    void equalByContent() {
        assertEquals(NamedTensor.of("a", new float[] {1, 2}, 2), NamedTensor.of("a", new float[] {1, 2}, 2));
        assertEquals(List.of(2L, 3L), NamedTensor.of("a", new long[6], 2, 3).shape());
        assertArrayEquals(
                new long[] {-1}, NamedTensor.of("step", new long[] {-1}).longs());
        assertEquals(
                0, NamedTensor.of("none", new float[0], 0, Long.MAX_VALUE, 7).bytes().length);
    }

    @Test
    void refusals() {
        assertFails(
                IllegalArgumentException.class,
                () -> NamedTensor.of("w", new float[3], 2, 2),
                "'w'",
                "F32 [2, 2] needs 16 bytes, there are 12");
        assertFails(IllegalArgumentException.class, () -> NamedTensor.of("", new float[1]), "name is empty");
        assertFails(IllegalArgumentException.class, () -> NamedTensor.of("w", new float[1], -1), "[-1]", "negative");
        assertFails(
                IllegalStateException.class,
                () -> NamedTensor.of("w", new float[1]).longs(),
                "'w' holds F32, not I64");
        assertFails(
                IllegalStateException.class,
                () -> NamedTensor.of("w", new long[1]).floats(),
                "'w' holds I64, not F32");
    }
}
