package io.regulus.text;

import com.google.gson.JsonObject;
import io.regulus.data.Dataset;
import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import io.regulus.json.CheckedJson;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Makes texts rows of ids, all of one length, for an {@code @Input(type = INT32)} and an {@code @Embedding}; and names of classes labels.
 * Immutable, for any number of threads.
 *
 * <pre>{@code
 * TextEncoder encoder = TextEncoder.of(Tokenizer.characters(), 32).withVocabulary(5000, titles).withClasses("sport", "stocks");
 * Dataset train = encoder.encode(titles, classes);
 * model.attach("titles", encoder.toJson());                                     // saved and loaded with the model
 *
 * TextEncoder again = TextEncoder.fromJson(model.attachment("titles").orElseThrow());
 * Dataset asked = again.encode(List.of("what is this about?"));
 * }</pre>
 *
 * <p>A text that is longer loses its end and a shorter one is filled with {@link Vocabulary#PADDING} at its end, unless {@link
 * #truncating} and {@link #padding} say otherwise. An empty text is a row of padding.
 */
public final class TextEncoder {
    private static final String TOKENIZER = "tokenizer";
    private static final String CHARACTERS = "characters";
    private static final String WORDS = "words";
    private static final String LOWER_CASE = "lowerCase";
    private static final String LENGTH = "length";
    private static final String TRUNCATED = "truncated";
    private static final String PADDED = "padded";
    private static final String CLASSES = "classes";

    private final Tokenizer tokenizer;
    private final int length;
    private final Vocabulary vocabulary;
    private final Side truncated;
    private final Side padded;
    private final NameIndex classes;

    private TextEncoder(
            Tokenizer tokenizer, int length, Vocabulary vocabulary, Side truncated, Side padded, NameIndex classes) {
        if (length < 1) {
            throw new IllegalArgumentException("length " + length + ": must be at least 1, for a row has ids");
        }
        this.tokenizer = tokenizer;
        this.length = length;
        this.vocabulary = vocabulary;
        this.truncated = truncated;
        this.padded = padded;
        this.classes = classes;
    }

    /**
     * An encoder that knows no token yet: it needs a vocabulary before it encodes.
     *
     * @param tokenizer what takes texts apart
     * @param length ids of a row, at least 1
     * @throws IllegalArgumentException if the length is less than 1
     */
    public static TextEncoder of(Tokenizer tokenizer, int length) {
        return new TextEncoder(
                tokenizer, length, Vocabulary.of(List.of()), Side.BACK, Side.BACK, NameIndex.inOrder(List.of()));
    }

    /** The same with these tokens. */
    public TextEncoder withVocabulary(Vocabulary known) {
        return new TextEncoder(tokenizer, length, known, truncated, padded, classes);
    }

    /**
     * The same with the most frequent tokens of the texts to train on.
     *
     * @param maxSize the most ids there may be, padding and unknown included: that of {@code @Embedding(vocabulary = ...)}
     * @param texts those to train on alone
     * @throws IllegalArgumentException if {@code maxSize} is less than 3
     * @throws IllegalStateException if the texts have no token
     */
    public TextEncoder withVocabulary(int maxSize, Iterable<String> texts) {
        return withVocabulary(
                Vocabulary.builder(tokenizer).maxSize(maxSize).add(texts).build());
    }

    /**
     * The same with names of classes.
     *
     * @param names of label 0, of label 1 and so on
     * @throws IllegalArgumentException if a name occurs twice
     */
    public TextEncoder withClasses(List<String> names) {
        return new TextEncoder(tokenizer, length, vocabulary, truncated, padded, NameIndex.inOrder(names));
    }

    /** The same with names of classes, see {@link #withClasses(List)}. */
    public TextEncoder withClasses(String... names) {
        return withClasses(List.of(names));
    }

    /** The same, cutting texts that are too long at this side. */
    public TextEncoder truncating(Side side) {
        return new TextEncoder(tokenizer, length, vocabulary, side, padded, classes);
    }

    /** The same, filling texts that are too short at this side. */
    public TextEncoder padding(Side side) {
        return new TextEncoder(tokenizer, length, vocabulary, truncated, side, classes);
    }

    /** What takes texts apart. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /** Ids of a row. */
    public int length() {
        return length;
    }

    /** The tokens that are known. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Whether this is the name of a class. */
    public boolean hasClass(String name) {
        return classes.has(name);
    }

    /** Names of the classes by label; empty where none were given. */
    public List<String> classNames() {
        return classes.names();
    }

    /**
     * The row of a text: {@link #length} ids.
     *
     * @throws IllegalStateException if this encoder knows no tokens
     */
    public int[] ids(String text) {
        requireVocabulary();
        int[] row = new int[length];
        write(text, row, 0);
        return row;
    }

    /** Without tokens every text would be the same row, of nothing but unknown ones. */
    private void requireVocabulary() {
        if (vocabulary.tokens().isEmpty()) {
            throw new IllegalStateException(
                    "this encoder knows no tokens: call withVocabulary(5000, texts) with the texts to train on");
        }
    }

    private void write(String text, int[] rows, int offset) {
        List<String> tokens = tokenizer.tokens(text);
        int kept = Math.min(tokens.size(), length);
        int from = truncated == Side.FRONT ? tokens.size() - kept : 0;
        int to = padded == Side.FRONT ? offset + length - kept : offset;
        for (int i = 0; i < kept; i++) {
            rows[to + i] = vocabulary.id(tokens.get(from + i));
        }
    }

    /**
     * Texts as rows to predict on.
     *
     * @param texts at least one
     * @throws IllegalArgumentException if there is none
     * @throws IllegalStateException if this encoder knows no tokens
     */
    public Dataset encode(List<String> texts) {
        requireVocabulary();
        int[] rows = new int[Math.multiplyExact(texts.size(), length)];
        int row = 0;
        for (String text : texts) {
            write(text, rows, row++ * length);
        }
        return Dataset.ofFlatInts(rows, length);
    }

    /**
     * Texts as rows with labels.
     *
     * @param texts at least one
     * @param labels the name of the class of each
     * @throws IllegalStateException if this encoder has no tokens or no classes
     * @throws IllegalArgumentException if the counts differ, or saying which name is none of the classes
     */
    public Dataset encode(List<String> texts, List<String> labels) {
        if (classNames().isEmpty()) {
            throw new IllegalStateException("this encoder knows no classes: call withClasses(names)");
        }
        int[] found = new int[labels.size()];
        for (int row = 0; row < found.length; row++) {
            OptionalInt label = classes.find(labels.get(row));
            if (label.isEmpty()) {
                throw new IllegalArgumentException("labels[" + row + "] = '" + Names.shown(labels.get(row))
                        + "' is none of the classes "
                        + classNames().stream().limit(20).toList()
                        + Names.suggestion(labels.get(row), classNames()));
            }
            found[row] = label.getAsInt();
        }
        return encode(texts).withLabels(found).withClassNames(classNames());
    }

    /** As a text that {@link #fromJson} reads: to be kept with a model, by {@code model.attach(name, text)}. */
    public String toJson() {
        JsonObject json = CheckedJson.object(Vocabulary.FORMAT);
        json.addProperty(TOKENIZER, tokenizer instanceof WordTokenizer ? WORDS : CHARACTERS);
        json.addProperty(LOWER_CASE, tokenizer.isLowerCase());
        json.addProperty(LENGTH, length);
        json.addProperty(TRUNCATED, truncated.name());
        json.addProperty(PADDED, padded.name());
        json.add(CLASSES, CheckedJson.array(classNames()));
        vocabulary.write(json);
        return json.toString();
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text is no whole encoder, saying what is wrong
     */
    public static TextEncoder fromJson(String text) {
        CheckedJson json = Vocabulary.parse(text);
        return new TextEncoder(
                tokenizer(json),
                json.whole(LENGTH),
                Vocabulary.read(json),
                side(json, TRUNCATED),
                side(json, PADDED),
                NameIndex.inOrder(json.texts(CLASSES)));
    }

    private static Tokenizer tokenizer(CheckedJson json) {
        String name = json.text(TOKENIZER);
        Tokenizer tokenizer = switch (name) {
            case CHARACTERS -> Tokenizer.characters();
            case WORDS -> Tokenizer.words();
            default -> throw json.damaged(TOKENIZER, CHARACTERS + " or " + WORDS);
        };
        return json.truth(LOWER_CASE) ? tokenizer.lowerCase() : tokenizer;
    }

    private static Side side(CheckedJson json, String key) {
        String name = json.text(key);
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(name))
                .findFirst()
                .orElseThrow(() -> json.damaged(key, Arrays.toString(Side.values())));
    }

    /** Such as {@code TextEncoder[rows of 32 ids, Vocabulary[5000 ids], 10 classes]}. */
    @Override
    public String toString() {
        return "TextEncoder[rows of " + length + " ids, " + vocabulary + ", "
                + classNames().size() + " classes]";
    }
}
