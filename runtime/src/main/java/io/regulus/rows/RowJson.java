package io.regulus.rows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** What an encoding has learned as JSON: numbers and texts only, checked one by one when they are read. */
final class RowJson {
    static final int FORMAT = 1;

    private static final String SHIFT = "shift";
    private static final String SCALE = "scale";
    private static final String FILL = "fill";
    private static final String CATEGORIES = "categories";

    private RowJson() {}

    static JsonObject of(NumberScale scale) {
        JsonObject json = new JsonObject();
        json.addProperty(SHIFT, scale.shift());
        json.addProperty(SCALE, scale.scale());
        json.addProperty(FILL, scale.fill());
        return json;
    }

    static JsonObject of(List<String> categories) {
        JsonArray names = new JsonArray();
        categories.forEach(names::add);
        JsonObject json = new JsonObject();
        json.add(CATEGORIES, names);
        return json;
    }

    static JsonObject of(List<String> categories, String fill) {
        JsonObject json = of(categories);
        json.addProperty(FILL, fill);
        return json;
    }

    static JsonObject parse(String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
        } catch (JsonParseException malformed) {
            throw new IllegalArgumentException("the saved encoding of rows is damaged: " + malformed.getMessage());
        }
        throw new IllegalArgumentException("the saved encoding of rows is damaged: it is no JSON object");
    }

    static boolean isFormat(JsonElement format) {
        return format != null && format.toString().equals(Integer.toString(FORMAT));
    }

    static NumberScale scale(JsonObject json, String column) {
        double scale = number(json, SCALE, column);
        if (scale == 0) {
            throw damaged(column, SCALE, "0");
        }
        return new NumberScale(number(json, SHIFT, column), scale, number(json, FILL, column));
    }

    private static double number(JsonObject json, String key, String column) {
        JsonElement value = json.get(key);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isNumber()
                || !Double.isFinite(value.getAsDouble())) {
            throw damaged(column, key, String.valueOf(value));
        }
        return value.getAsDouble();
    }

    static String fill(JsonObject json, String column) {
        return text(json.get(FILL), FILL, column);
    }

    static List<String> categories(JsonObject json, String column) {
        JsonElement names = json.get(CATEGORIES);
        if (names == null || !names.isJsonArray()) {
            throw damaged(column, CATEGORIES, String.valueOf(names));
        }
        List<String> read = new ArrayList<>();
        names.getAsJsonArray().forEach(name -> read.add(text(name, CATEGORIES, column)));
        return read;
    }

    private static String text(JsonElement json, String key, String column) {
        if (json == null
                || !json.isJsonPrimitive()
                || !json.getAsJsonPrimitive().isString()) {
            throw damaged(column, key, String.valueOf(json));
        }
        return json.getAsString();
    }

    private static IllegalArgumentException damaged(String column, String key, String value) {
        return new IllegalArgumentException(
                "the saved encoding of rows is damaged: " + key + " of '" + column + "' is " + value);
    }
}
