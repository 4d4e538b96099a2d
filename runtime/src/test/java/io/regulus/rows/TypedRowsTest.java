package io.regulus.rows;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.checkpoint.CheckpointMismatchException;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.rows.RowNets.Colour;
import io.regulus.rows.RowNets.Dot;
import io.regulus.rows.RowNets.Flat;
import io.regulus.rows.RowNets.Place;
import io.regulus.rows.RowNets.Visit;
import io.regulus.rows.RowNets.Word;
import io.regulus.train.EarlyStopping;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Models trained on records and asked with records. */
class TypedRowsTest {
    private static final Fit FIT = Fit.epochs(3).batchSize(4).verbose(false);

    private static final List<Flat> FLATS = List.of(
            new Flat("1", 50, 2f, 10, true, Place.INLAND, "gas", "a", 1, 500),
            new Flat("2", 70, null, Double.NaN, false, Place.NEAR_BAY, "oil", "b", 1, 900),
            new Flat("3", 90, 4f, 30, true, Place.NEAR_BAY, null, "a", 2, 1300),
            new Flat("4", 110, 6f, 20, false, Place.INLAND, "gas", "b", 0, 1100));

    /** Each value by the formulas: what a spreadsheet gives for these four rows. */
    @Test
    void rowsAreEncodedByTheFormulas() {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.learn(FLATS);
            Dataset data = model.encode(FLATS);
            // area: mean 80, variance (900 + 100 + 100 + 900) / 4 = 500
            // rooms: known 2, 4, 6: mean 4, variance (4 + 0 + 4) / 3; flagged where missing
            // age: known 10, 30, 20: from 10 to 30, median 20
            double area = Math.sqrt(500);
            double rooms = Math.sqrt(8 / 3.0);
            assertRow(data, 0, -30 / area, -2 / rooms, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0);
            assertRow(data, 1, -10 / area, 0, 1, 0.5, 0, 0, 1, 0, 1, 0, 0, 0, 1);
            assertRow(data, 2, 10 / area, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0);
            assertRow(data, 3, 30 / area, 2 / rooms, 0, 0.5, 0, 1, 0, 1, 0, 0, 0, 0, 1);
            // rent: mean 950, variance (450^2 + 50^2 + 350^2 + 150^2) / 4 = 87500
            assertThat(data.values().at(0, 0)).isWithin(1e-6f).of((float) (-450 / Math.sqrt(87500)));
            assertThat(data.values().at(2, 0)).isWithin(1e-6f).of((float) (350 / Math.sqrt(87500)));
        }
    }

    private static void assertRow(Dataset data, int row, double... expected) {
        float[] values = data.row(row);
        assertThat(values).hasLength(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isWithin(1e-6f).of((float) expected[i]);
        }
    }

    @Test
    void predictionsAreInTheUnitOfTheLabel() {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.fit(FLATS, Fit.epochs(300).batchSize(4).verbose(false));
            float[] rents = model.predict(FLATS);
            for (int i = 0; i < rents.length; i++) {
                if (FLATS.get(i).seen() > 0) {
                    assertThat(rents[i]).isWithin(20).of(FLATS.get(i).rent());
                }
            }
            assertThat(model.predict(FLATS.get(1))).isEqualTo(rents[1]);
            assertThat(model.predict(List.of())).isEmpty();
        }
    }

    @Test
    void theEncodingIsSavedWithTheModel(@TempDir Path folder) {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            assertFails(IllegalStateException.class, () -> model.predict(FLATS), "Flat", "fit", "load");
            model.fit(FLATS, FIT);
            float[] before = model.predict(FLATS);
            model.save(folder);
            // other rows do not change what was learned
            model.fit(FLATS.subList(0, 2), FIT);
            assertThat(model.encode(FLATS).row(0)[0]).isWithin(1e-6f).of((float) (-30 / Math.sqrt(500)));
            try (RowNets_RentModel loaded = RowNets_RentModel.load(folder)) {
                assertThat(loaded.predict(FLATS)).isEqualTo(before);
            }
        }
    }

    @Test
    void aFitOnRecordsGoesOnFromACheckpoint(@TempDir Path folder) {
        Fit toTheEnd = Fit.epochs(6).batchSize(2).verbose(false);
        try (RowNets_RentModel straight = RowNets_RentModel.create();
                RowNets_RentModel killed = RowNets_RentModel.create();
                RowNets_RentModel next = RowNets_RentModel.create()) {
            straight.fit(FLATS, toTheEnd);
            killed.fit(FLATS, Fit.epochs(3).batchSize(2).verbose(false).checkpoints(Checkpoints.in(folder)));
            next.fit(FLATS, toTheEnd.checkpoints(Checkpoints.in(folder)));
            assertThat(next.steps()).isEqualTo(straight.steps());
            assertThat(next.predict(FLATS)).isEqualTo(straight.predict(FLATS));
        }
    }

    /** Of other rows other scales and categories are learned: what a network has learned of the first means nothing on them. */
    @Test
    void aFitOnOtherRecordsDoesNotGoOn(@TempDir Path folder) {
        Fit kept = Fit.epochs(3).batchSize(2).verbose(false).checkpoints(Checkpoints.in(folder));
        List<Flat> changed = new ArrayList<>(FLATS);
        changed.set(0, new Flat("1", 51, 2f, 10, true, Place.INLAND, "coal", "a", 1, 500));
        try (RowNets_RentModel first = RowNets_RentModel.create();
                RowNets_RentModel next = RowNets_RentModel.create()) {
            Dataset arrays = encoded();
            first.fit(FLATS, kept);
            assertFails(
                    CheckpointMismatchException.class,
                    () -> next.fit(changed, kept),
                    "what was learned of the training rows differs in area, heating: give fit the training rows of the run");
            assertThat(next.attachment("rows")).isEmpty();
            assertFails(
                    CheckpointMismatchException.class,
                    () -> next.fit(arrays, kept),
                    "this fit is on arrays, the run was on records: give fit the records of the run");
            next.fit(FLATS, kept);
            assertThat(next.predict(FLATS)).isEqualTo(first.predict(FLATS));
        }
    }

    @Test
    void aFitOnRecordsDoesNotGoOnWithOneOnArrays(@TempDir Path folder) {
        Fit kept = Fit.epochs(3).batchSize(2).verbose(false).checkpoints(Checkpoints.in(folder));
        try (RowNets_RentModel first = RowNets_RentModel.create();
                RowNets_RentModel next = RowNets_RentModel.create()) {
            first.fit(encoded(), kept);
            assertFails(
                    CheckpointMismatchException.class,
                    () -> next.fit(FLATS, kept),
                    "this fit is on records, the run was on arrays");
        }
    }

    private static Dataset encoded() {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.learn(FLATS);
            return model.encode(FLATS);
        }
    }

    @Test
    void aClosedModelSaysThatItIs() {
        RowNets_RentModel model = RowNets_RentModel.create();
        model.close();
        List<Executable> uses = List.of(
                () -> model.fit(FLATS, FIT),
                () -> model.fit(FLATS, FLATS, FIT),
                () -> model.learn(FLATS),
                () -> model.encode(FLATS),
                () -> model.evaluate(FLATS),
                () -> model.predict(FLATS));
        uses.forEach(use -> assertFails(IllegalStateException.class, use, "RowNets.Rent is closed"));
    }

    @Test
    void aRowThatIsNoneIsNamed() {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.learn(FLATS);
            assertFails(IllegalArgumentException.class, () -> model.predict((Flat) null), "Flat is null");
        }
    }

    @Test
    void validationRowsAreNotLearnedFrom() {
        try (RowNets_RentModel split = RowNets_RentModel.create();
                RowNets_RentModel apart = RowNets_RentModel.create()) {
            split.fit(FLATS, FIT.validationSplit(0.5));
            apart.fit(FLATS.subList(0, 2), FLATS.subList(2, 4), FIT);
            assertThat(split.attachment("rows")).isEqualTo(apart.attachment("rows"));
            // mean 60, deviation 10
            assertThat(split.encode(FLATS).row(3)[0]).isWithin(1e-6f).of(5);
            assertThat(split.predict(FLATS)).isEqualTo(apart.predict(FLATS));
        }
    }

    @Test
    void classesAreOfTheTypeOfTheLabel() {
        Random random = new Random(7);
        List<Colour> colours = List.of(Colour.RED, Colour.GREEN, Colour.BLUE);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Colour colour = colours.get(i % 3);
            float x = colour == Colour.RED ? 2 : colour == Colour.GREEN ? -2 : 0;
            float y = colour == Colour.BLUE ? 2 : 0;
            dots.add(new Dot(x + (float) random.nextGaussian() / 3, y + (float) random.nextGaussian() / 3, colour));
        }
        try (RowNets_DotsModel model = RowNets_DotsModel.create()) {
            model.fit(dots, Fit.epochs(10).verbose(false));
            assertThat(model.evaluate(dots).metric("accuracy")).isAtLeast(0.97);
            assertThat(model.classify(new Dot(2, 0, null))).isEqualTo(Colour.RED);
            assertThat(model.classify(List.of(new Dot(0, 2, null), new Dot(-2, 0, null))))
                    .containsExactly(Colour.BLUE, Colour.GREEN)
                    .inOrder();
            assertThat(model.classes())
                    .containsExactlyElementsIn(Colour.values())
                    .inOrder();
            assertThat(model.predict(new Dot(2, 0, null))).hasLength(3);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.evaluate(List.of(new Dot(1, 1, Colour.RED), new Dot(1, 1, null))),
                    "row 1 of Dot",
                    "colour is missing");
        }
    }

    @Test
    void embeddedCategoriesAreLookedUp() {
        List<Visit> visits = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            int page = random.nextInt(10);
            visits.add(new Visit("page" + page, random.nextFloat(), random.nextInt(4), page % 2 == 0));
        }
        try (RowNets_VisitsModel model = RowNets_VisitsModel.create()) {
            model.fit(visits, Fit.epochs(15).verbose(false));
            assertThat(model.evaluate(visits).metric("accuracy")).isEqualTo(1);
            assertThat(model.classes()).containsExactly(false, true).inOrder();
            assertThat(model.classify(new Visit("page4", 0.5f, 1, false))).isTrue();
            assertThat(model.classify(new Visit("page5", 0.5f, null, false))).isFalse();
            // pages that were never seen share the row 0 of the table
            assertThat(model.predict(new Visit("other", 0.5f, 1, false)))
                    .isEqualTo(model.predict(new Visit("more", 0.5f, 1, false)));
            assertThat(model.weights().shape("pageEmbedding/embedding")).isEqualTo(new long[] {51, 2});
            assertThat(model.weights().shape("hourEmbedding/embedding")).isEqualTo(new long[] {6, 3});
        }
    }

    @Test
    void oneEmbeddedCategoryAloneIsTheInput() {
        List<Word> words = List.of(
                new Word("Haus", "de"), new Word("house", "en"), new Word("Maus", "de"), new Word("mouse", "en"));
        try (RowNets_WordsModel model = RowNets_WordsModel.create()) {
            model.fit(words, Fit.epochs(60).verbose(false));
            assertThat(model.classify(words))
                    .containsExactly("de", "en", "de", "en")
                    .inOrder();
            assertThat(model.classes()).containsExactly("de", "en").inOrder();
        }
    }

    @Test
    void whatARowMayNotHoldIsNamed() {
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.learn(FLATS);
            refused(model, with(Float.NaN, "a", "gas", 1, 5), "row 1 of Flat", "area is missing", "MissingNumber.MEAN");
            refused(model, with(Float.POSITIVE_INFINITY, "a", "gas", 1, 5), "area is Infinity");
            refused(model, with(1, "c", "gas", 1, 5), "energy is 'c'", "known from training", "UnknownCategory.ZEROS");
            refused(model, with(1, null, "gas", 1, 5), "energy is missing", "MissingCategory.OWN");
            refused(model, with(1, "a", "gas", -1, 5), "seen is -1.0");
            refused(model, with(1, "a", "gas", 1, Float.NaN), "rent is missing");
            assertThat(model.encode(List.of(with(1, "a", "coal", 1, 5))).row(0)[7])
                    .isEqualTo(0);
            assertFails(IllegalArgumentException.class, () -> model.encode(List.of()), "no rows of Flat");
        }
    }

    private static Flat with(float area, String energy, String heating, int seen, float rent) {
        return new Flat("5", area, 1f, 1, true, Place.INLAND, heating, energy, seen, rent);
    }

    private static void refused(RowNets_RentModel model, Flat flat, String... pieces) {
        assertFails(IllegalArgumentException.class, () -> model.encode(List.of(FLATS.get(0), flat)), pieces);
    }

    @Test
    void aFitThatDoesNotBeginLearnsNothing() {
        List<Flat> unknown = List.of(FLATS.get(0), with(1e9f, "a", "gas", 1, Float.NaN));
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            assertFails(IllegalArgumentException.class, () -> model.fit(unknown, FIT), "rent is missing");
            assertThat(model.attachment("rows")).isEmpty();
            Fit watching = FIT.callback(EarlyStopping.patience(1).monitor("val_mae"));
            assertFails(IllegalArgumentException.class, () -> model.fit(FLATS.subList(0, 2), watching), "val_mae");
            assertThat(model.attachment("rows")).isEmpty();
        }
    }

    /** The mean of 0.1 and 0.1 and 0.1 is not 0.1 in binary. */
    @Test
    void aConstantIsZeroWhateverItsRounding() {
        double[] same = {0.1, 0.1, 0.1};
        NumberScale scale = NumberSummary.of(same, "Flat.area", Scaling.STANDARD, MissingNumber.REFUSE)
                .scale();
        assertThat(scale.apply(0.1)).isEqualTo(0);
        assertThat(scale.apply(1.1)).isWithin(1e-12).of(1);
    }

    @Test
    void classesThatAreNumbersAreInTheirOrder() {
        List<Word> words = List.of(new Word("a", "10"), new Word("b", "2"), new Word("c", "10"));
        try (RowNets_WordsModel model = RowNets_WordsModel.create()) {
            model.learn(words);
            assertThat(model.encode(words).classNames())
                    .containsExactly("2", "10")
                    .inOrder();
        }
    }

    @Test
    void moreCategoriesThanPlacesAreRefused() {
        List<Word> words = List.of(
                new Word("a", "x"), new Word("b", "y"), new Word("c", "x"), new Word("d", "x"), new Word("e", "x"));
        try (RowNets_WordsModel model = RowNets_WordsModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(words, FIT),
                    "Word.text",
                    "5 categories",
                    "size = 5");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(words.subList(2, 4), FIT),
                    "2 classes",
                    "Word.language has 1",
                    "[x]");
            assertThat(model.attachment("rows")).isEmpty();
            assertThat(model.steps()).isEqualTo(0);
        }
    }

    @Test
    void rowsAreStreamedAsTheyAreEncoded() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            visits.add(new Visit("page" + i % 10, i / 2_500f, i % 4, i % 3 == 0));
        }
        AtomicInteger closed = new AtomicInteger();
        try (RowNets_VisitsModel model = RowNets_VisitsModel.create()) {
            assertFails(IllegalStateException.class, () -> model.stream(visits::stream), "learn(rows)");
            model.learn(visits);
            DataStream stream = model.stream(() -> visits.stream().onClose(closed::incrementAndGet));
            Dataset streamed = stream.toDataset();
            Dataset encoded = model.encode(visits);
            assertThat(closed.get()).isEqualTo(1);
            assertThat(streamed.size()).isEqualTo(2_500);
            assertThat(streamed.inputNames()).isEqualTo(encoded.inputNames());
            for (int row = 0; row < 2_500; row++) {
                assertThat(streamed.labels().at(row)).isEqualTo(encoded.labels().at(row));
            }
            // a sum over all rows that one other value would change
            assertThat(model.evaluate(stream)).isEqualTo(model.evaluate(visits));
            model.fit(stream.shuffle(1_000, 1), Fit.epochs(1).batchSize(100).verbose(false));
            assertThat(model.steps()).isEqualTo(25);
            assertThat(closed.get()).isEqualTo(3);
        }
    }

    @Test
    void rowsOfAStreamAreCountedFromItsFirst() {
        List<Flat> flats = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            flats.add(FLATS.get(i % 4));
        }
        flats.add(new Flat("5", 50, 2f, 10, true, null, "gas", "a", 1, 500));
        try (RowNets_RentModel model = RowNets_RentModel.create()) {
            model.learn(FLATS);
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.stream(flats::stream).toDataset(),
                    "row 1100 of Flat",
                    "place is missing");
        }
    }
}
