package io.regulus.rows;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.rows.RowNets.Dot;
import io.regulus.rows.RowNets.Flat;
import io.regulus.rows.RowNets.Place;
import io.regulus.rows.RowNets.Visit;
import io.regulus.rows.RowNets.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings learned from rows in pieces, in one process or in several. */
class RowLearnerTest {
    private static final Target AMOUNT = new Target.Amounts();
    private static final Target TWO_CLASSES = new Target.Classes(2);
    private static final Flat FINE = new Flat("1", 50, 2f, 10, true, Place.INLAND, "gas", "a", 1, 500);

    private static RowLearner<Flat> flats() {
        return new RowLearner<>(RowNets_FlatRows.schema(), AMOUNT);
    }

    private static RowLearner<Word> words() {
        return new RowLearner<>(RowNets_WordRows.schema(), TWO_CLASSES);
    }

    private static <R> RowLearner<R> sent(RowLearner<R> learner, RowSchema<R> schema, Target target) {
        return RowLearner.fromJson(schema, target, learner.toJson());
    }

    private static RowLearner<Flat> sent(RowLearner<Flat> learner) {
        return sent(learner, RowNets_FlatRows.schema(), AMOUNT);
    }

    private static List<Flat> randomFlats(long seed, int count) {
        Random random = new Random(seed);
        List<Flat> flats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            flats.add(new Flat(
                    "" + i,
                    (float) (80 + 20 * random.nextGaussian()),
                    random.nextInt(4) == 0 ? null : 1f + random.nextInt(6),
                    random.nextInt(5) == 0 ? Double.NaN : 100 * random.nextDouble(),
                    random.nextBoolean(),
                    random.nextBoolean() ? Place.INLAND : Place.NEAR_BAY,
                    random.nextInt(9) == 0
                            ? null
                            : List.of("gas", "oil", "coal").get(random.nextInt(3)),
                    random.nextBoolean() ? "a" : "b",
                    1,
                    (float) (1000 + 300 * random.nextGaussian())));
        }
        return flats;
    }

    private static <R> List<List<R>> parts(List<R> rows, Random random) {
        List<List<R>> parts = new ArrayList<>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = Math.min(rows.size(), from + random.nextInt(70));
            parts.add(rows.subList(from, to));
        }
        return parts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsMergedInAnyOrderTeachWhatAllRowsTeach(long seed) {
        List<Flat> rows = randomFlats(seed, 1_000);
        List<RowLearner<Flat>> learners = new ArrayList<>();
        Random random = new Random(seed);
        for (List<Flat> part : parts(rows, random)) {
            RowLearner<Flat> learner = flats();
            learner.add(part);
            learners.add(random.nextBoolean() ? sent(learner) : learner);
        }
        Collections.shuffle(learners, random);
        RowLearner<Flat> all = flats();
        learners.forEach(all::merge);
        assertThat(all.rows()).isEqualTo(1_000);
        assertAlike(all.encoder(), RowEncoder.learn(RowNets_FlatRows.schema(), AMOUNT, rows));
    }

    @Test
    void rowsAddedInPiecesTeachWhatAllRowsTeach() {
        List<Flat> rows = randomFlats(4, 1_000);
        RowLearner<Flat> learner = flats();
        parts(rows, new Random(4)).forEach(learner::add);
        assertAlike(learner.encoder(), RowEncoder.learn(RowNets_FlatRows.schema(), AMOUNT, rows));
    }

    private static void assertAlike(RowEncoder<?> found, RowEncoder<?> expected) {
        JsonObject columns = columns(found);
        JsonObject wanted = columns(expected);
        assertThat(columns.keySet()).isEqualTo(wanted.keySet());
        for (Map.Entry<String, JsonElement> column : wanted.entrySet()) {
            JsonObject learned = columns.getAsJsonObject(column.getKey());
            for (Map.Entry<String, JsonElement> value :
                    column.getValue().getAsJsonObject().entrySet()) {
                JsonElement one = learned.get(value.getKey());
                String place = column.getKey() + "." + value.getKey();
                if (value.getValue() instanceof JsonPrimitive number && number.isNumber()) {
                    double exact = number.getAsDouble();
                    assertWithMessage(place)
                            .that(one.getAsDouble())
                            .isWithin(1e-12 * Math.abs(exact))
                            .of(exact);
                } else {
                    assertWithMessage(place).that(one).isEqualTo(value.getValue());
                }
            }
        }
    }

    private static JsonObject columns(RowEncoder<?> encoder) {
        return JsonParser.parseString(encoder.toJson()).getAsJsonObject().getAsJsonObject("columns");
    }

    private static double number(RowEncoder<?> encoder, String column, String name) {
        return columns(encoder).getAsJsonObject(column).get(name).getAsDouble();
    }

    @Test
    void allRowsAtOnceAreTheFormulasBitForBit() {
        List<Flat> rows = randomFlats(5, 777);
        RowEncoder<Flat> encoder = RowEncoder.learn(RowNets_FlatRows.schema(), AMOUNT, rows);
        double[] areas = rows.stream().mapToDouble(Flat::area).toArray();
        double mean = Arrays.stream(areas).sum() / areas.length;
        double squares =
                Arrays.stream(areas).map(area -> (area - mean) * (area - mean)).sum();
        assertThat(number(encoder, "area", "shift")).isEqualTo(mean);
        assertThat(number(encoder, "area", "scale")).isEqualTo(Math.sqrt(squares / areas.length));
        double[] ages = rows.stream()
                .mapToDouble(Flat::age)
                .filter(age -> !Double.isNaN(age))
                .sorted()
                .toArray();
        assertThat(number(encoder, "age", "shift")).isEqualTo(ages[0]);
        assertThat(number(encoder, "age", "scale")).isEqualTo(ages[ages.length - 1] - ages[0]);
        int middle = ages.length / 2;
        assertThat(number(encoder, "age", "fill"))
                .isEqualTo(ages.length % 2 == 1 ? ages[middle] : (ages[middle - 1] + ages[middle]) / 2);
        // sent to another process and back it is the same
        RowLearner<Flat> learner = flats();
        learner.add(rows);
        assertThat(sent(learner).encoder().toJson()).isEqualTo(encoder.toJson());
    }

    /** Sums of squares would have lost every digit of the deviation: 16 of them are those of the mean. */
    @Test
    void smallDeviationsFarFromZeroAreKept() {
        RowLearner<Visit> all = new RowLearner<>(RowNets_VisitRows.schema(), TWO_CLASSES);
        float far = 1 << 24;
        for (int part = 0; part < 100; part++) {
            RowLearner<Visit> learner = new RowLearner<>(RowNets_VisitRows.schema(), TWO_CLASSES);
            // 2^24 - 1 and 2^24 + 2 in turn, in parts of one and of three rows
            for (int i = 0; i < 1 + 2 * (part % 2); i++) {
                learner.add(List.of(new Visit("page", (part / 2 + i) % 2 == 0 ? far - 1 : far + 2, 1, true)));
            }
            all.merge(sent(learner, RowNets_VisitRows.schema(), TWO_CLASSES));
        }
        // each of the two in half of the rows: 1.5 from their mean
        assertThat(number(all.encoder(), "seconds", "shift")).isWithin(1e-8).of(far + 0.5);
        assertThat(number(all.encoder(), "seconds", "scale")).isWithin(1e-12).of(1.5);
    }

    /** Milliseconds since 1970 over some seconds: the means of parts differ by little more than what their rounding cuts off. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void theDeviationOfPartsIsAsExactAsThatOfTheWhole(int partRows) {
        Random random = new Random(partRows);
        List<RowNets.Id> ids = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(new RowNets.Id(1, 1.7e12 + 5_000 * random.nextGaussian(), 0));
        }
        RowLearner<RowNets.Id> all = new RowLearner<>(RowNets_IdRows.schema(), AMOUNT);
        for (int from = 0; from < ids.size(); from += partRows) {
            RowLearner<RowNets.Id> part = new RowLearner<>(RowNets_IdRows.schema(), AMOUNT);
            part.add(ids.subList(from, Math.min(ids.size(), from + partRows)));
            all.merge(sent(part, RowNets_IdRows.schema(), AMOUNT));
        }
        MathContext digits = new MathContext(60);
        BigDecimal count = BigDecimal.valueOf(ids.size());
        BigDecimal mean = ids.stream()
                .map(id -> new BigDecimal(id.big()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, digits);
        double deviation = ids.stream()
                .map(id -> new BigDecimal(id.big()).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, digits)
                .sqrt(digits)
                .doubleValue();
        assertThat(number(all.encoder(), "big", "shift")).isEqualTo(mean.doubleValue());
        assertThat(number(all.encoder(), "big", "scale"))
                .isWithin(1e-13 * deviation)
                .of(deviation);
    }

    /** Means of parts of a constant may miss it by a rounding. */
    @Test
    void aConstantStaysOneInParts() {
        RowLearner<Visit> learner = new RowLearner<>(RowNets_VisitRows.schema(), TWO_CLASSES);
        for (int part = 1; part < 20; part++) {
            learner.add(Collections.nCopies(part, new Visit("page", 0.1f, 1, true)));
        }
        assertThat(number(learner.encoder(), "seconds", "shift")).isEqualTo((double) 0.1f);
        assertThat(number(learner.encoder(), "seconds", "scale")).isEqualTo(1);
    }

    /** The most frequent of one part need not be that of all. */
    @Test
    void categoriesAreCountedOverAllParts() {
        Word a = new Word("a", "x");
        Word b = new Word("b", "y");
        Word c = new Word("c", "x");
        RowLearner<Word> learner = words();
        learner.add(List.of(a, a, b));
        RowLearner<Word> other = words();
        other.add(List.of(b, c, b, c, c, c));
        learner.merge(sent(other, RowNets_WordRows.schema(), TWO_CLASSES));
        RowEncoder<Word> encoder = learner.encoder();
        assertThat(columns(encoder).get("text").toString())
                .isEqualTo("{\"categories\":[\"c\",\"b\",\"a\"],\"fill\":\"c\"}");
        assertThat(encoder.classNames()).containsExactly("x", "y").inOrder();
    }

    @Test
    void classesThatAreKnownBeforeAreNotLearned() {
        RowLearner<Dot> learner = new RowLearner<>(RowNets_DotRows.schema(), new Target.Classes(3));
        learner.add(List.of(new Dot(1, 2, null), new Dot(1, 2, RowNets.Colour.BLUE)));
        assertThat(sent(learner, RowNets_DotRows.schema(), new Target.Classes(3))
                        .encoder()
                        .classNames())
                .containsExactly("RED", "GREEN", "BLUE")
                .inOrder();
    }

    @Test
    void partsWithoutRowsTeachNothing() {
        RowLearner<Flat> learner = flats();
        learner.add(List.of());
        assertThat(learner.rows()).isEqualTo(0);
        assertFails(IllegalArgumentException.class, learner::encoder, "there are no rows of Flat: give at least one");
        List<Flat> rows = randomFlats(6, 50);
        learner.add(rows);
        learner.merge(sent(flats()));
        assertThat(learner.encoder().toJson())
                .isEqualTo(RowEncoder.learn(RowNets_FlatRows.schema(), AMOUNT, rows)
                        .toJson());
    }

    @Test
    void whatIsLearnedLaterChangesNeitherEncodersNorOthers() {
        RowLearner<Flat> one = flats();
        one.add(randomFlats(7, 30));
        RowLearner<Flat> other = flats();
        other.merge(one);
        String before = other.toJson();
        assertThat(before).isEqualTo(one.toJson());
        RowEncoder<Flat> encoder = one.encoder();
        String learned = encoder.toJson();
        one.add(randomFlats(8, 30));
        assertThat(other.toJson()).isEqualTo(before);
        assertThat(encoder.toJson()).isEqualTo(learned);
        assertThat(one.encoder().toJson()).isNotEqualTo(learned);
    }

    /** The label is looked at last: the features before it must not have learned of the rows then. */
    @Test
    void ofRowsOfWhichOneIsRefusedNoneIsLearned() {
        RowLearner<Flat> learner = flats();
        learner.add(randomFlats(9, 30));
        RowLearner<Flat> more = flats();
        more.add(randomFlats(10, 12));
        learner.merge(more);
        String before = learner.toJson();
        Flat unlabelled = new Flat("2", 1, 3f, 1, false, Place.INLAND, "oil", "a", 1, Float.NaN);
        assertFails(
                IllegalArgumentException.class,
                () -> learner.add(List.of(FINE, unlabelled)),
                "row 43 of Flat: rent is missing",
                "fill it in");
        assertFails(
                IllegalArgumentException.class,
                () -> learner.add(Arrays.asList(FINE, FINE, null)),
                "row 44 of Flat is null");
        Flat noArea = new Flat("2", Float.NaN, 3f, 1, false, Place.INLAND, "oil", "a", 1, 5);
        assertFails(
                IllegalArgumentException.class,
                () -> learner.add(List.of(noArea)),
                "row 42 of Flat: area is missing",
                "MissingNumber.MEAN");
        assertThat(learner.toJson()).isEqualTo(before);
        assertThat(learner.rows()).isEqualTo(42);
    }

    @Test
    void whatIsWrongWithAllRowsIsToldOfAll() {
        RowLearner<Flat> roomless = flats();
        Flat unknown = new Flat("3", 1, null, 1, true, Place.INLAND, "gas", "a", 1, 5);
        roomless.add(List.of(unknown, unknown));
        roomless.add(List.of(unknown));
        assertFails(
                IllegalArgumentException.class,
                () -> sent(roomless).encoder(),
                "Flat.rooms is missing in all 3",
                "@Ignored");
        RowLearner<Word> many = words();
        many.add(List.of(new Word("a", "x"), new Word("b", "y"), new Word("c", "x")));
        many.add(List.of(new Word("d", "x"), new Word("e", "x")));
        assertFails(IllegalArgumentException.class, many::encoder, "Word.text has 5 categories", "size = 5");
        RowLearner<Word> oneClass = words();
        oneClass.add(List.of(new Word("a", "x")));
        oneClass.add(List.of(new Word("b", "x")));
        assertFails(IllegalArgumentException.class, oneClass::encoder, "Word.language has 1", "[x]");
    }

    @Test
    void numbersThatAreTooLargeToBeScaledAreRefused() {
        RowLearner<Flat> learner = flats();
        learner.add(List.of(
                FINE,
                new Flat("2", 1, 3f, -Double.MAX_VALUE, false, Place.INLAND, "oil", "a", 1, 5),
                new Flat("2", 1, 3f, Double.MAX_VALUE, false, Place.INLAND, "oil", "a", 1, 5)));
        assertFails(
                IllegalArgumentException.class,
                learner::encoder,
                "Flat.age has numbers from -1.7976931348623157E308 to 1.7976931348623157E308",
                "Divide them");
    }

    /** Another process is not told that what it was sent is damaged. */
    @Test
    void numbersThatAreTooLargeToBeScaledAreNotSent() {
        RowLearner<RowNets.Id> learner = new RowLearner<>(RowNets_IdRows.schema(), AMOUNT);
        learner.add(List.of(new RowNets.Id(1, 1e200, 0), new RowNets.Id(1, -1e200, 0)));
        assertFails(
                IllegalArgumentException.class,
                learner::toJson,
                "Id.big has numbers from -1.0E200 to 1.0E200, which are too large to be scaled. Divide them");
    }

    /** Their squares would be too large, and are not needed. */
    @Test
    void largeNumbersThatCanBeScaledAreSent() {
        RowSchema<RowNets.Id> schema = new RowSchema<>(
                "Id",
                List.of(new NumericColumn<>("big", RowNets.Id::big, Scaling.MIN_MAX, MissingNumber.MEAN, false)),
                List.of(),
                fields -> new RowNets.Id(0, 0, 0));
        RowLearner<RowNets.Id> one = new RowLearner<>(schema, AMOUNT);
        one.add(List.of(new RowNets.Id(1, 1e307, 0), new RowNets.Id(1, Double.NaN, 0)));
        RowLearner<RowNets.Id> other = new RowLearner<>(schema, AMOUNT);
        other.add(List.of(new RowNets.Id(1, 3e307, 0), new RowNets.Id(1, 2e307, 0)));
        one.merge(sent(other, schema, AMOUNT));
        RowEncoder<RowNets.Id> encoder = sent(one, schema, AMOUNT).encoder();
        assertThat(number(encoder, "big", "shift")).isEqualTo(1e307);
        assertThat(number(encoder, "big", "scale")).isEqualTo(3e307 - 1e307);
        assertThat(number(encoder, "big", "fill")).isWithin(1e293).of(2e307);
    }

    /** A sum of what each is would be too large. */
    @Test
    void scalesAreAsLargeAsNumbersMayBe() {
        RowSchema<RowNets.Id> schema = new RowSchema<>(
                "Id",
                List.of(new NumericColumn<>("big", RowNets.Id::big, Scaling.MIN_MAX, MissingNumber.MEDIAN, false)),
                List.of(),
                fields -> new RowNets.Id(0, 0, 0));
        RowEncoder<RowNets.Id> encoder = RowEncoder.learn(
                schema,
                AMOUNT,
                List.of(new RowNets.Id(1, 1e308, 0), new RowNets.Id(1, 1.2e308, 0), new RowNets.Id(1, 1.5e308, 0)));
        assertThat(number(encoder, "big", "fill")).isEqualTo(1.2e308);
    }

    @Test
    void whatWasLearnedOfSomethingElseIsRefused() {
        RowLearner<Word> two = words();
        RowLearner<Word> three = new RowLearner<>(RowNets_WordRows.schema(), new Target.Classes(3));
        assertFails(
                IllegalArgumentException.class,
                () -> two.merge(three),
                "of Word for Classes[number=3] cannot be merged with what is learned of Word for Classes[number=2]",
                "same schema and target");
        assertFails(
                IllegalArgumentException.class,
                () -> RowLearner.fromJson(RowNets_VisitRows.schema(), TWO_CLASSES, two.toJson()),
                "what was learned of Word is of the components [text, language], and Visit has [page, seconds, hour, bought]",
                "the same classes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rows":2              | "rows":-1             | 'rows' is -1, expected a whole number
            "rows":2              | "rows":"x"            | 'rows' is "x", expected a whole number
            "gas":2               | "gas":1.5             | 'columns.heating.names.gas' is 1.5, expected a whole number
            {"format":1           | {"format":2           | has format 2
            "mean":80.0           | "mean":"?"            | 'columns.area.mean' is "?", expected a finite number
            "count":1,"min":10.0  | "count":2,"min":10.0  | 'columns.age.numbers' is "eAFzUGEAAwADBABl", expected 2 numbers
            eAFzUGEAAwADBABl      | eAFzUGEAAwADBAB*      | 'columns.age.numbers' is "eAFzUGEAAwADBAB*", expected deflated numbers in Base64
            eAFzUGEAAwADBABl      | eAFzUGEAAwADBABm      | 'columns.age.numbers' is "eAFzUGEAAwADBABm", expected deflated numbers in Base64
            """)
    void whatIsDamagedIsNamed(String written, String damaged, String message) {
        RowLearner<Flat> learner = flats();
        learner.add(List.of(
                new Flat("1", 70, 2f, 10, true, Place.INLAND, "gas", "a", 1, 500),
                new Flat("1", 90, 4f, Double.NaN, true, Place.INLAND, "gas", "a", 1, 500)));
        String json = learner.toJson();
        assertThat(json).contains(written);
        assertFails(
                IllegalArgumentException.class,
                () -> RowLearner.fromJson(RowNets_FlatRows.schema(), AMOUNT, json.replace(written, damaged)),
                "what was learned of rows",
                message);
    }
}
