package io.regulus.text;

import com.google.gson.JsonObject;
import io.regulus.data.NameIndex;
import io.regulus.json.CheckedJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tokens that a network knows, each with its id: 0 is {@link #PADDING}, 1 {@link #UNKNOWN}, the tokens follow. Immutable.
 *
 * <pre>{@code
 * Vocabulary words = Vocabulary.builder(Tokenizer.words()).minCount(2).maxSize(20_000).add(titles).build();
 * }</pre>
 */
public final class Vocabulary {
    /** The id that fills rows of texts that are shorter. */
    public static final int PADDING = 0;

    /** The id of all tokens that the vocabulary does not have. */
    public static final int UNKNOWN = 1;

    /** That of vocabularies and encoders, as they are saved. */
    static final int FORMAT = 1;

    private static final int FIRST = 2;
    private static final String TOKENS = "tokens";

    private final NameIndex tokens;

    private Vocabulary(List<String> tokens) {
        this.tokens = NameIndex.inOrder(tokens);
    }

    /**
     * These tokens, the first having the id 2.
     *
     * @throws IllegalArgumentException if one is there twice
     */
    public static Vocabulary of(List<String> tokens) {
        return new Vocabulary(tokens);
    }

    /** Counts the tokens of texts, to keep the most frequent. */
    public static VocabularyBuilder builder(Tokenizer tokenizer) {
        return new VocabularyBuilder(tokenizer);
    }

    /** Number of ids, padding and unknown included: the {@code vocabulary} of an {@code @Embedding} has to be as large at least. */
    public int size() {
        return FIRST + tokens().size();
    }

    /** The id of a token, {@link #UNKNOWN} if it has none of its own. */
    public int id(String token) {
        OptionalInt place = tokens.find(token);
        return place.isPresent() ? FIRST + place.getAsInt() : UNKNOWN;
    }

    /**
     * The token of an id; empty for padding and unknown.
     *
     * @throws IllegalArgumentException unless {@code 0 <= id < size()}
     */
    public Optional<String> token(int id) {
        if (id < 0 || id >= size()) {
            throw new IllegalArgumentException("id " + id + ": must be from 0 to " + (size() - 1));
        }
        return id < FIRST ? Optional.empty() : Optional.of(tokens().get(id - FIRST));
    }

    /** The tokens, that of id 2 first. */
    public List<String> tokens() {
        return tokens.names();
    }

    /** As a text that {@link #fromJson} reads: to be kept with a model, by {@code model.attach(name, text)}. */
    public String toJson() {
        JsonObject json = CheckedJson.object(FORMAT);
        write(json);
        return json.toString();
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text is no whole vocabulary, saying what is wrong
     */
    public static Vocabulary fromJson(String text) {
        return read(parse(text));
    }

    static CheckedJson parse(String text) {
        return CheckedJson.parse("the saved encoding of texts", FORMAT, text);
    }

    void write(JsonObject json) {
        json.add(TOKENS, CheckedJson.array(tokens()));
    }

    static Vocabulary read(CheckedJson json) {
        return new Vocabulary(json.texts(TOKENS));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary same && tokens().equals(same.tokens());
    }

    @Override
    public int hashCode() {
        return tokens().hashCode();
    }

    /** Such as {@code Vocabulary[5000 ids]}. */
    @Override
    public String toString() {
        return "Vocabulary[" + size() + " ids]";
    }
}
