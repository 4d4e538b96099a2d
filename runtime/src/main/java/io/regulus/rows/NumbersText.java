package io.regulus.rows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Numbers as a short text, in ascending order, bit for bit: the bits of each less those of the one before it, deflated, in Base64. Of neighbours
 * much is the same, and of equal ones, of which columns of counts and of prices are full, nothing is left but that.
 */
final class NumbersText {
    private NumbersText() {}

    /** The text of numbers, in any order. */
    static String write(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast, 1 << 13))) {
            long before = 0;
            for (double number : sorted) {
                long bits = Double.doubleToRawLongBits(number);
                out.writeLong(bits - before);
                before = bits;
            }
        } catch (IOException none) {
            throw new UncheckedIOException("bytes in memory can be written", none);
        } finally {
            fast.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * The numbers of a text, ascending.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    static double[] read(String text) {
        byte[] deflated = Base64.getDecoder().decode(text);
        ByteBuffer bytes;
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            bytes = ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException damaged) {
            throw new IllegalArgumentException(damaged);
        }
        double[] numbers = new double[bytes.remaining() / Long.BYTES];
        long bits = 0;
        for (int i = 0; i < numbers.length; i++) {
            bits += bytes.getLong();
            numbers[i] = Double.longBitsToDouble(bits);
        }
        return numbers;
    }
}
