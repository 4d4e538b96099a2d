package io.regulus.accuracy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The runs of characters that a network knows, the most frequent of the training titles: 0 is padding, 1 any other run.
 *
 * @param length characters in a run
 * @param ids of each run its id, from 2
 */
record TitleGrams(int length, Map<String, Integer> ids) {
    /** Runs that are read of a title; few have more. */
    static final int LENGTH = 32;

    /** Ids of single characters, padding and unknown included. */
    static final int CHARACTERS = 5000;

    /** Ids of pairs of characters, padding and unknown included. */
    static final int PAIRS = 60_000;

    private static final int UNKNOWN = 1;
    private static final int FIRST = 2;

    TitleGrams {
        ids = Map.copyOf(ids);
    }

    /** The most frequent runs of the titles to train on. */
    static TitleGrams of(int length, int vocabulary, List<String> titles) {
        Map<String, Integer> counts = new HashMap<>();
        titles.forEach(title -> runs(length, title).forEach(run -> counts.merge(run, 1, Integer::sum)));
        List<String> frequent = counts.entrySet().stream()
                .sorted(Comparator.comparing(Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Entry::getKey))
                .limit(vocabulary - FIRST)
                .map(Entry::getKey)
                .toList();
        return new TitleGrams(
                length,
                IntStream.range(0, frequent.size()).boxed().collect(Collectors.toMap(frequent::get, i -> FIRST + i)));
    }

    /** The ids of a title's first runs, filled with zeros at the end. */
    int[] encode(String title) {
        int[] known = runs(length, title)
                .limit(LENGTH)
                .mapToInt(run -> ids.getOrDefault(run, UNKNOWN))
                .toArray();
        return Arrays.copyOf(known, LENGTH);
    }

    /** No title has a character outside the basic plane. */
    private static Stream<String> runs(int length, String title) {
        return IntStream.rangeClosed(0, title.length() - length).mapToObj(i -> title.substring(i, i + length));
    }
}
