package io.regulus.data;

/** Runs of a random order. */
final class ShuffledSplitter extends Splitter {
    private final long seed;

    ShuffledSplitter(long seed) {
        this.seed = seed;
    }

    @Override
    int[][] divide(Divisible rows, Shares shares) {
        return shares.runs(Order.shuffled(rows.size(), seed, 0), shares.ends(rows.size()));
    }
}
