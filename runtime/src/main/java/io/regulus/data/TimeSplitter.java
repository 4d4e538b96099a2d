package io.regulus.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Runs in the order of time. */
final class TimeSplitter extends Splitter {
    /** Null for the order of the rows. */
    private final long[] times;

    TimeSplitter(long[] times) {
        this.times = times;
    }

    @Override
    int[][] divide(Divisible divided, Shares shares) {
        int rows = divided.size();
        if (times == null) {
            return shares.runs(Order.sequential(rows), shares.ends(rows));
        }
        Rows.requireSameCount(rows, "times", times.length);
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingLong(row -> times[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = shares.ends(rows);
        for (int part = 0; part < ends.length; part++) {
            while (ends[part] > 0 && ends[part] < rows && times[order[ends[part]]] == times[order[ends[part] - 1]]) {
                ends[part]++;
            }
        }
        return shares.runs(order, ends);
    }

    /** Nothing is trained on what comes after the rows that are validated on. */
    @Override
    List<Fold<int[]>> folds(Divisible rows, int k) {
        int[][] parts = divide(rows, Shares.equal(k + 1, k + " folds in the order of time"));
        List<Fold<int[]>> folds = new ArrayList<>();
        for (int part = 1; part <= k; part++) {
            int[] before = IntStream.range(0, part)
                    .flatMap(i -> IntStream.of(parts[i]))
                    .toArray();
            folds.add(new Fold<>(before, parts[part]));
        }
        return folds;
    }
}
