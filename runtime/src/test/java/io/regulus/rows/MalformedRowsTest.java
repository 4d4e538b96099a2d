package io.regulus.rows;

import io.regulus.rows.RowNets.Colour;
import io.regulus.rows.RowNets.Dot;
import io.regulus.rows.RowNets.Flat;
import io.regulus.rows.RowNets.Place;
import io.regulus.rows.RowNets.Visit;
import io.regulus.rows.RowNets.Word;
import io.regulus.testing.SavedState;
import io.regulus.testing.errors.Malformed;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What is said of records that cannot be encoded, and of encodings that cannot be read; nothing is learned from either. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRowsTest {
    private static final Flat FINE = new Flat("1", 50, 2f, 10, true, Place.INLAND, "gas", "a", 1, 500);
    private static final List<Word> WORDS = List.of(new Word("a", "x"), new Word("b", "y"));
    private static final Fit FIT = Fit.epochs(1).verbose(false);

    private RowNets_RentModel rent;
    private RowNets_WordsModel words;
    private RowNets_DotsModel dots;
    private RowNets_VisitsModel visits;

    @BeforeEach
    void create() {
        rent = RowNets_RentModel.create();
        words = RowNets_WordsModel.create();
        dots = RowNets_DotsModel.create();
        visits = RowNets_VisitsModel.create();
    }

    @AfterEach
    void close() {
        rent.close();
        words.close();
        dots.close();
        visits.close();
    }

    private static Malformed table(String kind) {
        return Malformed.of(kind, IllegalArgumentException.class);
    }

    private Malformed flats(Malformed table, String wrong, Flat flat, String... says) {
        return table.refused(
                wrong,
                flat == null ? IllegalArgumentException.class : RefusedRowException.class,
                () -> rent.fit(Arrays.asList(FINE, flat), FIT),
                says);
    }

    private static Flat flat(float area, double age, Place place, String energy, int seen, float rent) {
        return new Flat("2", area, 3f, age, false, place, "oil", energy, seen, rent);
    }

    /** A fit that is refused leaves no encoding and no trained weight. */
    @TestFactory
    Collection<DynamicTest> values() {
        Malformed table = table("row")
                .untouched(() -> List.of(
                        rent.attachment("rows"),
                        SavedState.of(rent).bits(),
                        words.attachment("rows"),
                        SavedState.of(words).bits()));
        flats(
                table,
                "a number that is NaN",
                flat(Float.NaN, 1, Place.INLAND, "a", 1, 5),
                "row 1 of Flat",
                "area is missing",
                "MissingNumber.MEAN");
        flats(
                table,
                "an infinite number",
                flat(Float.POSITIVE_INFINITY, 1, Place.INLAND, "a", 1, 5),
                "row 1 of Flat: area is Infinity",
                "Correct it");
        flats(
                table,
                "an infinite number where one may be missing",
                flat(1, Double.NEGATIVE_INFINITY, Place.INLAND, "a", 1, 5),
                "row 1 of Flat: age is -Infinity");
        flats(table, "no enum", flat(1, 1, null, "a", 1, 5), "row 1 of Flat: place is missing", "MissingCategory.OWN");
        flats(
                table,
                "a category that is not declared",
                flat(1, 1, Place.INLAND, "c", 1, 5),
                "row 1 of Flat: energy is 'c', none of",
                "UnknownCategory.ZEROS");
        flats(
                table,
                "no category",
                flat(1, 1, Place.INLAND, null, 1, 5),
                "row 1 of Flat: energy is missing",
                "MissingCategory.OWN");
        flats(
                table,
                "an empty category",
                flat(1, 1, Place.INLAND, "", 1, 5),
                "row 1 of Flat: energy is missing",
                "Fill it in");
        flats(
                table,
                "a negative weight",
                flat(1, 1, Place.INLAND, "a", -1, 5),
                "row 1 of Flat: seen is -1.0",
                "0 or more");
        flats(
                table,
                "a label that is NaN",
                flat(1, 1, Place.INLAND, "a", 1, Float.NaN),
                "row 1 of Flat: rent is missing",
                "fill it in");
        flats(
                table,
                "an infinite label",
                flat(1, 1, Place.INLAND, "a", 1, Float.NEGATIVE_INFINITY),
                "row 1 of Flat: rent is -Infinity",
                "leave the row out");
        flats(table, "no record", null, "row 1 of Flat is null", "leave it out");
        table.refused("no rows", () -> rent.fit(List.of(), FIT), "no rows of Flat", "give at least one");
        Flat unknown = new Flat("3", 1, null, 1, true, Place.INLAND, "gas", "a", 1, 5);
        table.refused(
                "a number that no row has",
                () -> rent.fit(List.of(unknown), FIT),
                "Flat.rooms is missing in all 1",
                "@Ignored");
        List<Word> three = List.of(new Word("a", "x"), new Word("b", "y"), new Word("c", "z"));
        table.refused(
                "more classes than the network has",
                () -> words.fit(three, FIT),
                "2 classes",
                "Word.language has 3",
                "[x, y, z]",
                "Correct the number of classes");
        table.refused(
                "fewer classes than the network has",
                () -> words.fit(WORDS.subList(0, 1), FIT),
                "Word.language has 1",
                "[x]");
        List<Word> many = new ArrayList<>(WORDS);
        List.of("c", "d", "e").forEach(text -> many.add(new Word(text, "x")));
        table.refused(
                "more categories than places", () -> words.fit(many, FIT), "Word.text has 5 categories", "size = 5");
        table.refused(
                "a category that no row has",
                () -> words.fit(List.of(new Word(null, "x"), new Word("", "y")), FIT),
                "Word.text is missing in all 2",
                "@Ignored");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> valuesOfATrainedModel() {
        List<Dot> known = List.of(new Dot(1, 2, Colour.RED), new Dot(2, 2, Colour.GREEN), new Dot(2, 3, Colour.BLUE));
        dots.learn(known);
        Malformed table =
                table("row asked for").untouched(() -> List.of(dots.attachment("rows"), rent.attachment("rows")));
        table.refused(
                "before anything was learned",
                IllegalStateException.class,
                () -> rent.predict(List.of(FINE)),
                "rows of Flat",
                "call fit or learn");
        table.refused(
                "no label, evaluated",
                RefusedRowException.class,
                () -> dots.evaluate(List.of(known.get(0), new Dot(1, 1, null))),
                "row 1 of Dot: colour is missing");
        table.refused(
                "NaN",
                RefusedRowException.class,
                () -> dots.predict(new Dot(Float.NaN, 1, null)),
                "row 0 of Dot: x is missing",
                "Fill it in");
        table.refused("no record", () -> dots.predict(Arrays.asList(known.get(0), null)), "row 1 of Dot is null");
        return table.tests();
    }

    private void encoding(Malformed table, String wrong, String part, String instead, String... says) {
        words.learn(WORDS);
        String learned = words.attachment("rows").orElseThrow();
        if (!learned.contains(part)) {
            throw new IllegalArgumentException(part + " is not in " + learned);
        }
        json(table, wrong, learned.replace(part, instead), says);
    }

    private void json(Malformed table, String wrong, String json, String... says) {
        table.refused(
                wrong,
                () -> {
                    words.attach("rows", json);
                    words.predict(WORDS);
                },
                says);
    }

    @TestFactory
    Collection<DynamicTest> encodings() {
        Malformed table =
                table("row encoding").untouched(() -> SavedState.of(words).bits());
        json(table, "empty", "", "damaged: it is no JSON object", "from a copy");
        json(table, "a list", "[]", "no JSON object");
        json(table, "no JSON", "{\"format\":1,,}", "no whole JSON text");
        json(table, "lists in lists without end", "[".repeat(100_000), "no whole JSON text");
        encoding(table, "cut off", "\"columns\"", "", "damaged");
        encoding(
                table,
                "a later format",
                "\"format\":1",
                "\"format\":2",
                "has format 2",
                "use the Regulus that saved it");
        encoding(table, "no format", "\"format\":1,", "", "'format' is missing, expected a whole number");
        encoding(
                table,
                "columns that are a list",
                "\"columns\":{",
                "\"columns\":[],\"more\":{",
                "'columns' is [], expected an object");
        encoding(
                table,
                "a column that is a number",
                "{\"categories\":[\"a\",\"b\"],\"fill\":\"a\"}",
                "3",
                "'columns.text' is 3, expected an object");
        encoding(
                table,
                "a column of another name",
                "\"text\"",
                "\"words\"",
                "Word has changed",
                "were [words, language] and are [text, language]");
        encoding(
                table,
                "a category that is a number",
                "\"a\"",
                "7",
                "'columns.text.categories[0]' is 7, expected a text");
        encoding(
                table,
                "no categories",
                "[\"a\",\"b\"]",
                "\"a\"",
                "'columns.text.categories' is \"a\", expected a list of texts");
        encoding(table, "a category twice", "[\"a\",\"b\"]", "[\"a\",\"a\"]", "'columns.text.categories'", "twice");
        encoding(
                table,
                "more categories than places",
                "[\"a\",\"b\"]",
                "[\"a\",\"b\",\"c\",\"d\",\"e\"]",
                "places for 4",
                "Load the model with the record as it was");
        encoding(table, "a filling that is no category", "\"fill\":\"a\"", "\"fill\":\"q\"", "Word.text has changed");
        encoding(table, "a class missing", "[\"x\",\"y\"]", "[\"x\"]", "had the classes [x]");
        encoding(table, "a class twice", "[\"x\",\"y\"]", "[\"x\",\"x\"]", "'columns.language.categories'", "twice");
        return table.tests();
    }

    private void scale(Malformed table, String wrong, String number, String... says) {
        visits.learn(List.of(new Visit("p", 1, 2, true), new Visit("q", 2, 3, false)));
        String learned = visits.attachment("rows").orElseThrow();
        String[] parts = learned.split("\"scale\":[0-9.]+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException(learned);
        }
        table.refused(
                wrong,
                () -> {
                    visits.attach("rows", parts[0] + number + parts[1]);
                    visits.predict(new Visit("p", 1, 2, true));
                },
                says);
    }

    @TestFactory
    Collection<DynamicTest> scales() {
        Malformed table = table("row scale");
        scale(table, "0", "\"scale\":0", "'columns.seconds.scale' is 0, expected");
        scale(
                table,
                "larger than a double",
                "\"scale\":1e999",
                "'columns.seconds.scale' is 1e999, expected a finite number");
        scale(table, "a text", "\"scale\":\"1\"", "'columns.seconds.scale' is \"1\"");
        scale(table, "missing", "\"other\":1", "'columns.seconds.scale' is missing, expected a finite number");
        return table.tests();
    }
}
