package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.data.NameIndex;
import io.regulus.json.CheckedJson;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The categories of a column as they are found, and as they are saved. */
final class Categories {
    private static final String KEY = "categories";

    private Categories() {}

    /** As they were saved. */
    static NameIndex of(CheckedJson learned) {
        List<String> names = learned.texts(KEY);
        if (new HashSet<>(names).size() < names.size()) {
            throw learned.damaged(KEY, "names of which none is there twice");
        }
        return NameIndex.inOrder(names);
    }

    static JsonObject toJson(NameIndex categories) {
        JsonObject json = new JsonObject();
        json.add(KEY, CheckedJson.array(categories.names()));
        return json;
    }

    /** The most frequent first, by name where they are equal. */
    static List<String> byFrequency(Collection<String> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
