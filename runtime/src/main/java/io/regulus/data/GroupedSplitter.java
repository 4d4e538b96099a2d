package io.regulus.data;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whole groups. */
final class GroupedSplitter extends Splitter {
    /** The group of each row: numbers from 0 in the order in which groups first come. */
    private final int[] groups;

    private final long seed;
    private final int count;

    GroupedSplitter(List<?> groups, long seed) {
        Map<Object, Integer> numbers = new HashMap<>();
        this.groups = groups.stream()
                .mapToInt(group -> numbers.computeIfAbsent(group, any -> numbers.size()))
                .toArray();
        this.seed = seed;
        this.count = numbers.size();
    }

    @Override
    int[][] divide(Divisible rows, Shares shares) {
        Rows.requireSameCount(rows.size(), "groups", groups.length);
        if (count < shares.parts()) {
            throw new IllegalArgumentException(count + (count == 1 ? " group is" : " groups are") + " too few for "
                    + shares + ": each part needs a group of its own");
        }
        int[] sizes = new int[count];
        for (int group : groups) {
            sizes[group]++;
        }
        int[] partOfGroup = partOfGroup(sizes, shares);
        int[] partOfRow = IntStream.of(groups).map(group -> partOfGroup[group]).toArray();
        return gathered(Order.shuffled(rows.size(), seed, 0), partOfRow, shares.parts());
    }

    private int[] partOfGroup(int[] sizes, Shares shares) {
        double[] lacking = new double[shares.parts()];
        for (int part = 0; part < lacking.length; part++) {
            lacking[part] = shares.of(groups.length, part);
        }
        boolean[] used = new boolean[lacking.length];
        int unused = lacking.length;
        int left = count;
        int[] partOfGroup = new int[count];
        // the largest first, and those of one size in random order: the small ones then even out what is left
        int[] order = IntStream.of(Order.shuffled(count, seed, 1))
                .boxed()
                .sorted(Comparator.comparingInt(group -> -sizes[group]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int group : order) {
            // as many groups left as parts without one: those come first
            boolean last = left-- == unused;
            int most = -1;
            for (int part = 0; part < lacking.length; part++) {
                if (!(last && used[part]) && (most < 0 || lacking[part] > lacking[most])) {
                    most = part;
                }
            }
            unused -= used[most] ? 0 : 1;
            used[most] = true;
            lacking[most] -= sizes[group];
            partOfGroup[group] = most;
        }
        return partOfGroup;
    }
}
