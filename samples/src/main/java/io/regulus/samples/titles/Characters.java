package io.regulus.samples.titles;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The characters that a network knows, the most frequent of the training titles: 0 is padding, 1 any other character.
 *
 * @param ids of each character (a code point) its id, from 2
 */
record Characters(Map<Integer, Integer> ids) {
    private static final int UNKNOWN = 1;
    private static final int FIRST = 2;

    Characters {
        ids = Map.copyOf(ids);
    }

    /** Of the titles to train on: those to test on must not be looked at. */
    static Characters of(Titles titles) {
        Map<Integer, Integer> counts = new HashMap<>();
        titles.texts().forEach(text -> text.codePoints().forEach(point -> counts.merge(point, 1, Integer::sum)));
        List<Integer> frequent = counts.entrySet().stream()
                .sorted(Comparator.comparing(Entry<Integer, Integer>::getValue)
                        .reversed()
                        .thenComparing(Entry::getKey))
                .limit(Titles.VOCABULARY - FIRST)
                .map(Entry::getKey)
                .toList();
        Map<Integer, Integer> ids = new HashMap<>();
        frequent.forEach(point -> ids.put(point, FIRST + ids.size()));
        return new Characters(ids);
    }

    /** The ids of a title. */
    int[] encode(String title) {
        int[] row = new int[Titles.LENGTH];
        int[] points = title.codePoints().limit(Titles.LENGTH).toArray();
        for (int i = 0; i < points.length; i++) {
            row[i] = ids.getOrDefault(points[i], UNKNOWN);
        }
        return row;
    }
}
