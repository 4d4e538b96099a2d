package io.regulus.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rows of each stratum divided by themselves. */
final class StratifiedSplitter extends Splitter {
    /** Null for the labels of the rows. */
    private final int[] strata;

    private final long seed;

    StratifiedSplitter(int[] strata, long seed) {
        this.strata = strata;
        this.seed = seed;
    }

    @Override
    int[][] divide(Divisible rows, Shares shares) {
        int[] strata = strata(rows);
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int stratum : strata) {
            sizes.merge(stratum, 1, Integer::sum);
        }
        Rounding rounding = new Rounding(shares);
        Map<Integer, int[]> left = new TreeMap<>();
        sizes.forEach((stratum, size) -> {
            int[] counts = rounding.counts(size);
            if (IntStream.of(counts).anyMatch(count -> count == 0)) {
                throw tooFew(rows, stratum, size, shares);
            }
            left.put(stratum, counts);
        });
        int[] order = Order.shuffled(rows.size(), seed, 0);
        int[] partOfRow = new int[rows.size()];
        for (int row : order) {
            int[] counts = left.get(strata[row]);
            int part = 0;
            while (counts[part] == 0) {
                part++;
            }
            counts[part]--;
            partOfRow[row] = part;
        }
        return gathered(order, partOfRow, shares.parts());
    }

    private int[] strata(Divisible rows) {
        if (strata == null) {
            return rows.labels().get();
        }
        Rows.requireSameCount(rows.size(), "strata", strata.length);
        return strata;
    }

    private IllegalArgumentException tooFew(Divisible rows, int stratum, int size, Shares shares) {
        return new IllegalArgumentException(
                (strata == null ? "class " + stratum + rows.className().apply(stratum) : "stratum " + stratum) + " has "
                        + size + (size == 1 ? " row" : " rows") + ": too few for " + shares
                        + ", for each part is to have at least one. Give it more rows, put it together with another, or leave it out");
    }

    /** Rounds the rows of strata up or down, so that what the parts lack or have too much stays small over all strata. */
    private static final class Rounding {
        private final Shares shares;
        private final double[] lacking;

        Rounding(Shares shares) {
            this.shares = shares;
            this.lacking = new double[shares.parts()];
        }

        /** How many of the rows of a stratum each part gets. */
        int[] counts(int rows) {
            int[] counts = new int[lacking.length];
            for (int part = 0; part < counts.length; part++) {
                counts[part] = shares.whole(rows, part);
                lacking[part] += shares.of(rows, part) - counts[part];
            }
            // those without a row first, then those that lack most; a share that is whole stays so
            List<Integer> next = IntStream.range(0, counts.length)
                    .filter(part -> shares.of(rows, part) - counts[part] > 1e-6)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(part -> Math.min(1, counts[part]))
                            .thenComparing(part -> -lacking[part]))
                    .toList();
            int left = rows - IntStream.of(counts).sum();
            for (int part : next.subList(0, left)) {
                counts[part]++;
                lacking[part]--;
            }
            return counts;
        }
    }
}
