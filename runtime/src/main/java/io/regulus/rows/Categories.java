package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.json.CheckedJson;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The categories of a column, each with its place. */
final class Categories {
    private static final String KEY = "categories";

    private final List<String> names;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    Categories(List<String> names) {
        this.names = List.copyOf(names);
        names.forEach(name -> places.put(name, places.size()));
    }

    /** As they were saved. */
    static Categories of(CheckedJson learned) {
        Categories categories = new Categories(learned.texts(KEY));
        if (categories.places.size() < categories.names.size()) {
            throw learned.damaged(KEY, "names of which none is there twice");
        }
        return categories;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.add(KEY, CheckedJson.array(names));
        return json;
    }

    /** How often each category is there, by name. */
    static Map<String, Integer> counted(Collection<String> values) {
        Map<String, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    /** The most frequent first, by name where they are equal. */
    static List<String> byFrequency(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> names() {
        return names;
    }

    OptionalInt place(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    Collection<String> known() {
        return Collections.unmodifiableSet(places.keySet());
    }
}
