package io.regulus.spark.cluster;

import java.util.stream.IntStream;

/** How often what may stall is tried in a row: as often as {@code -Dregulus.soak} says, once by default. */
final class Turns {
    private Turns() {}

    static IntStream all() {
        return IntStream.rangeClosed(1, Integer.getInteger("regulus.soak", 1));
    }
}
