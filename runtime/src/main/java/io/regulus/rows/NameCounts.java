package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of a column, categories or classes, and in how many rows each is. */
final class NameCounts implements ColumnSummary<NameCounts> {
    private static final String NAMES = "names";

    private final Map<String, Long> counts = new HashMap<>();

    /** One more row. */
    void add(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    Set<String> names() {
        return counts.keySet();
    }

    /** The most frequent first, by name where they are equal. */
    List<String> byFrequency() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void merge(NameCounts other) {
        other.counts.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }

    @Override
    public void merge(CheckedJson saved) {
        CheckedJson names = saved.object(NAMES);
        names.keys().forEach(name -> counts.merge(name, names.count(name), Long::sum));
    }

    @Override
    public JsonObject toJson() {
        JsonObject names = new JsonObject();
        byFrequency().forEach(name -> names.addProperty(name, counts.get(name)));
        JsonObject json = new JsonObject();
        json.add(NAMES, names);
        return json;
    }
}
