package io.regulus.serving;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.samples.glyphs.Digits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Digits that the network has not learned from. */
final class Pictures {
    static final int COUNT = 100;
    private static final Dataset DIGITS = Digits.draw(COUNT, 7);
    private static final int[] ORDER = Order.sequential(COUNT);

    private Pictures() {}

    static byte[] picture(int row) {
        byte[] pixels = new byte[Picture.PIXELS];
        DIGITS.features().copyBytes(ORDER, row, 1, pixels);
        return pixels;
    }

    /** Digits come in turn. */
    static int digit(int row) {
        return row % 10;
    }

    static String json(byte[] pixels) {
        return IntStream.range(0, pixels.length)
                .mapToObj(i -> String.valueOf(Byte.toUnsignedInt(pixels[i])))
                .collect(Collectors.joining(",", "{\"pixels\":[", "]}"));
    }
}
