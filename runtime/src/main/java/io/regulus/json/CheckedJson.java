package io.regulus.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An object of JSON whose values are checked one by one when they are read: texts, numbers, truths, lists of texts and other objects,
 * nothing that could be executed. What is wrong is named with the way to it, as {@code columns.income.scale}.
 */
public final class CheckedJson {
    private static final String FORMAT = "format";
    private static final int SHOWN = 60;
    private static final String CURE = "; restore it from a copy, or train anew";

    private final String what;
    private final String way;
    private final JsonObject object;

    private CheckedJson(String what, String way, JsonObject object) {
        this.what = what;
        this.way = way;
        this.object = object;
    }

    /** An object to fill that says which format it has. */
    public static JsonObject object(int format) {
        JsonObject json = new JsonObject();
        json.addProperty(FORMAT, format);
        return json;
    }

    /** Texts as a list. */
    public static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray(texts.size());
        texts.forEach(array::add);
        return array;
    }

    /**
     * Reads what {@link #object} began.
     *
     * @param what it is, for messages: {@code "the saved encoding of rows"}
     * @param format the one that can be read
     * @throws IllegalArgumentException if the text is no JSON object of this format
     */
    public static CheckedJson parse(String what, int format, String text) {
        Objects.requireNonNull(text, "the text to read is null; give one that was saved");
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException malformed) {
            throw new IllegalArgumentException(what + " is damaged: it is no whole JSON text" + CURE, malformed);
        }
        if (!json.isJsonObject()) {
            throw new IllegalArgumentException(what + " is damaged: it is no JSON object" + CURE);
        }
        CheckedJson checked = new CheckedJson(what, "", json.getAsJsonObject());
        int found = checked.whole(FORMAT);
        if (found != format) {
            throw new IllegalArgumentException(what + " has format " + found + ", and this Regulus reads format "
                    + format + ": use the Regulus that saved it, or a newer one");
        }
        return checked;
    }

    /** The names of the values, in their order. */
    public List<String> keys() {
        return List.copyOf(object.keySet());
    }

    /** The names of the values that are others in another object, or are in one of the two alone. */
    public List<String> differences(CheckedJson other) {
        Set<String> names = new LinkedHashSet<>(object.keySet());
        names.addAll(other.object.keySet());
        names.removeIf(name -> Objects.equals(object.get(name), other.object.get(name)));
        return List.copyOf(names);
    }

    /** An object in this one. */
    public CheckedJson object(String key) {
        JsonElement value = object.get(key);
        if (value == null || !value.isJsonObject()) {
            throw damaged(key, "an object");
        }
        return new CheckedJson(what, way + key + ".", value.getAsJsonObject());
    }

    /** A whole number of at most nine digits, 0 or more. */
    public int whole(String key) {
        return primitive(object.get(key), value -> value.getAsString().matches("\\d{1,9}"))
                .orElseThrow(() -> damaged(key, "a whole number"))
                .getAsInt();
    }

    /** A whole number of at most 18 digits, 0 or more. */
    public long count(String key) {
        return primitive(object.get(key), value -> value.getAsString().matches("\\d{1,18}"))
                .orElseThrow(() -> damaged(key, "a whole number"))
                .getAsLong();
    }

    /** A finite number. */
    public double number(String key) {
        return primitive(object.get(key), value -> value.isNumber() && Double.isFinite(value.getAsDouble()))
                .orElseThrow(() -> damaged(key, "a finite number"))
                .getAsDouble();
    }

    /** True or false. */
    public boolean truth(String key) {
        return primitive(object.get(key), JsonPrimitive::isBoolean)
                .orElseThrow(() -> damaged(key, "true or false"))
                .getAsBoolean();
    }

    /** A text. */
    public String text(String key) {
        return primitive(object.get(key), JsonPrimitive::isString)
                .orElseThrow(() -> damaged(key, "a text"))
                .getAsString();
    }

    /** A list of texts. */
    public List<String> texts(String key) {
        if (!(object.get(key) instanceof JsonArray array)) {
            throw damaged(key, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement one : array) {
            texts.add(primitive(one, JsonPrimitive::isString)
                    .orElseThrow(() -> damaged(key + "[" + texts.size() + "]", one, "a text"))
                    .getAsString());
        }
        return texts;
    }

    private static Optional<JsonPrimitive> primitive(JsonElement value, Predicate<JsonPrimitive> isWanted) {
        return Optional.ofNullable(value)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive)
                .filter(isWanted);
    }

    /** What to throw of a value that is another than expected. */
    public IllegalArgumentException damaged(String key, String expected) {
        return damaged(key, object.get(key), expected);
    }

    private IllegalArgumentException damaged(String key, JsonElement found, String expected) {
        String shown = found == null ? "missing" : found.toString();
        return new IllegalArgumentException(what + " is damaged: '" + way + key + "' is "
                + (shown.length() > SHOWN ? shown.substring(0, SHOWN) + "..." : shown) + ", expected " + expected);
    }
}
