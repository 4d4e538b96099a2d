package io.regulus.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** Vocabularies and encoders as JSON: texts, numbers and truths only, checked one by one when they are read. */
final class Json {
    private static final String FORMAT = "format";
    private static final int VERSION = 1;

    private Json() {}

    /** An object that says which format it has. */
    static JsonObject object() {
        JsonObject json = new JsonObject();
        json.addProperty(FORMAT, VERSION);
        return json;
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray(texts.size());
        texts.forEach(array::add);
        return array;
    }

    static JsonObject parse(String text) {
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException malformed) {
            throw new IllegalArgumentException(
                    "the saved encoding of texts is damaged: " + malformed.getMessage(), malformed);
        }
        if (!json.isJsonObject()) {
            throw new IllegalArgumentException("the saved encoding of texts is damaged: it is no JSON object");
        }
        JsonObject object = json.getAsJsonObject();
        int version = whole(object, FORMAT);
        if (version != VERSION) {
            throw new IllegalArgumentException("the saved encoding of texts has format " + version
                    + ", but this version of Regulus reads format " + VERSION + ": read it with a newer one");
        }
        return object;
    }

    static int whole(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value != null && value.isJsonPrimitive() && value.getAsString().matches("\\d{1,9}")) {
            return Integer.parseInt(value.getAsString());
        }
        throw damaged(key, "a whole number", value);
    }

    static boolean truth(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean();
        }
        throw damaged(key, "true or false", value);
    }

    static String text(JsonObject json, String key) {
        return text(json.get(key), key);
    }

    static List<String> texts(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value == null || !value.isJsonArray()) {
            throw damaged(key, "a list of texts", value);
        }
        List<String> texts = new ArrayList<>();
        value.getAsJsonArray().forEach(one -> texts.add(text(one, key)));
        return texts;
    }

    private static String text(JsonElement value, String key) {
        if (value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isString()) {
            return value.getAsString();
        }
        throw damaged(key, "a text", value);
    }

    static IllegalArgumentException damaged(String key, String expected, Object found) {
        return new IllegalArgumentException("the saved encoding of texts is damaged: '" + key + "' is "
                + (found == null ? "missing" : found) + ", expected " + expected);
    }
}
