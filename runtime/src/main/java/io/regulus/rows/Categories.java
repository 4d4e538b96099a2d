package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.data.NameIndex;
import io.regulus.json.CheckedJson;
import java.util.HashSet;
import java.util.List;

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
}
