package io.regulus.tune;

import java.util.List;

/** Every combination of evenly spaced values. */
record Grid(int points) implements Strategy {
    Grid {
        Strategy.requireAtLeast(2, "points of the grid", points);
    }

    @Override
    public List<Proposal> next(Space space, Objective objective, int epochs, List<Trial> done) {
        return done.isEmpty() ? space.grid(points, epochs) : List.of();
    }

    @Override
    public String toString() {
        return "grid of " + points + " points";
    }
}
