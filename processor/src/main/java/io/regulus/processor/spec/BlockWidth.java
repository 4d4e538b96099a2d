package io.regulus.processor.spec;

import io.regulus.annotations.Block;
import java.util.OptionalInt;

/** Sizes that are written as multiples or parts of {@link Block#WIDTH}. */
public final class BlockWidth {
    /** The smallest part is a 1024th; what is nearer to 0 is a number that was meant as one, and is wrong. */
    private static final int PARTS = 1024;

    private BlockWidth() {}

    /** Whether the number of an annotation stands for a share of the width. */
    public static boolean isShare(double number) {
        return number <= Block.WIDTH / PARTS && number == Math.rint(number);
    }

    /** The size that a share is where the width is this, if that is a whole number. */
    public static OptionalInt size(int share, int width) {
        double size = (double) share / Block.WIDTH * width;
        // Java has cut what Block.WIDTH / 3 has behind the point
        double cut = (double) width / -Block.WIDTH;
        long whole = Math.round(size);
        return whole >= 1 && whole <= Integer.MAX_VALUE && Math.abs(size - whole) <= cut
                ? OptionalInt.of((int) whole)
                : OptionalInt.empty();
    }

    /** The share as it was written, more or less: {@code 4 * Block.WIDTH}. */
    public static String text(int share) {
        for (int part = 1; part <= PARTS; part++) {
            long times = Math.round((double) share * part / Block.WIDTH);
            if (times * Block.WIDTH / part == share) {
                return (times == 1 ? "" : times + " * ") + "Block.WIDTH" + (part == 1 ? "" : " / " + part);
            }
        }
        return Integer.toString(share);
    }
}
