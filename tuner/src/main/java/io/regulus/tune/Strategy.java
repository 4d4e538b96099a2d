package io.regulus.tune;

import java.util.List;

/** Which settings a search tries. What it proposes depends on nothing but the trials before, so that a search goes on as it would have. */
sealed interface Strategy permits Grid, RandomDraws, Halving, Tpe {
    /**
     * The next trials, which are independent of each other.
     *
     * @param done all runs so far, in the order of the proposals
     * @return none where the search has ended
     */
    List<Proposal> next(Space space, Objective objective, int epochs, List<Trial> done);

    /** One trial for each setting, once the search has ended. */
    default List<Trial> trials(List<Trial> runs) {
        return runs;
    }

    /**
     * Does nothing where it fits the epochs of the search.
     *
     * @throws IllegalArgumentException if it does not
     */
    default void check(int epochs) {}

    /** Does nothing where a count is at least so large. */
    static void requireAtLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " = " + value + ": must be at least " + least);
        }
    }
}
