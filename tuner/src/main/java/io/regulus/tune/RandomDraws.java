package io.regulus.tune;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Settings drawn at random (Bergstra and Bengio, 2012). */
record RandomDraws(int trials, long seed) implements Strategy {
    RandomDraws {
        Strategy.requireAtLeast(1, "trials", trials);
    }

    @Override
    public List<Proposal> next(Space space, Objective objective, int epochs, List<Trial> done) {
        return done.isEmpty() ? draw(space, trials, epochs, seed) : List.of();
    }

    static List<Proposal> draw(Space space, int trials, int epochs, long seed) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, trials)
                .mapToObj(number -> space.draw(number, epochs, random))
                .toList();
    }

    @Override
    public String toString() {
        return "random, " + trials + " trials, seed " + seed;
    }
}
