package io.regulus.rows;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.annotations.UnknownCategory;
import io.regulus.files.BadRow;
import io.regulus.files.BadRows;
import io.regulus.files.CsvFiles;
import io.regulus.files.DataFileException;
import io.regulus.files.FileColumn;
import io.regulus.files.MappedColumns;
import io.regulus.files.RowFields;
import io.regulus.files.RowMapper;
import io.regulus.rows.RowNets.Colour;
import io.regulus.rows.RowNets.Dot;
import io.regulus.rows.RowNets.Flat;
import io.regulus.rows.RowNets.Place;
import io.regulus.rows.RowNets.Visit;
import io.regulus.train.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records read from CSV files. */
class RowFilesTest {
    private static final List<Colour> COLOURS = List.of(Colour.RED, Colour.GREEN, Colour.BLUE);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void namePath() {
        file = folder.resolve("rows.csv");
    }

    private CsvFiles csv(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
        return CsvFiles.read(file);
    }

    @Test
    void fieldsBecomeComponents() throws IOException {
        List<Flat> flats = csv(
                        "Rent,AREA,rooms,age,balcony,place,heating,energy class,seen,more",
                        "500,50.5,2,10,yes,near bay,gas,a,3,x",
                        "900, 70 ,,,0,Inland,,b,4.0,y")
                .load(RowNets_FlatRows.schema());
        assertThat(flats)
                .containsExactly(
                        new Flat(null, 50.5f, 2f, 10, true, Place.NEAR_BAY, "gas", "a", 3, 500),
                        new Flat(null, 70, null, Double.NaN, false, Place.INLAND, null, "b", 4, 900))
                .inOrder();
    }

    @Test
    void whatStandsForMissingValuesCanBeSaid() throws IOException {
        CsvFiles visits = csv("page,seconds,hour,bought", "a,1.5,NA,true", "b,2,?,false");
        assertFails(DataFileException.class, () -> visits.load(RowNets_VisitRows.schema()), "'NA' is not a number");
        assertThat(visits.missing("NA", "?").load(RowNets_VisitRows.schema()))
                .containsExactly(new Visit("a", 1.5f, null, true), new Visit("b", 2, null, false))
                .inOrder();
    }

    @Test
    void everyProblemIsNamedWithItsLine() throws IOException {
        CsvFiles visits = csv(
                "page,seconds,hour,bought",
                "a,one,3,true",
                "b,1,3.5,true",
                "c,1,3,perhaps",
                "d,1,3",
                "e,1,99999999999,true",
                "f,1,3,");
        assertFails(
                DataFileException.class,
                () -> visits.load(RowNets_VisitRows.schema()),
                "rows.csv: 6 problems",
                "line 2, column 'seconds': 'one' is not a number",
                "line 3, column 'hour': '3.5' is no whole number",
                "line 4, column 'bought': 'perhaps' is neither true nor false",
                "line 5, has 3 fields, but there are 4 columns",
                "line 6, column 'hour': '99999999999' is no whole number",
                "line 7, column 'bought': is empty",
                "declare it as a value that may be missing: Boolean");
        List<BadRow> skipped = new ArrayList<>();
        assertFails(
                DataFileException.class,
                () -> visits.badRows(BadRows.skip(6, skipped::add)).load(RowNets_VisitRows.schema()),
                "all 6 rows were skipped as bad",
                "line 2, column 'seconds'");
        assertThat(skipped).hasSize(6);
    }

    private enum Grade {
        a,
        A,
        NEAR_BAY
    }

    /** Loosely only where that is one of them. */
    @Test
    void aConstantIsFoundByItsOwnNameFirst() throws IOException {
        RowMapper<Grade> grades = new RowMapper<>() {
            @Override
            public List<FileColumn> fileColumns() {
                return List.of(new FileColumn("grade", false));
            }

            @Override
            public Grade map(RowFields fields) {
                return fields.getConstantOrNull("grade", Grade.class);
            }
        };
        assertThat(csv("grade", "A", "a", "near bay").load(grades))
                .containsExactly(Grade.A, Grade.a, Grade.NEAR_BAY)
                .inOrder();
    }

    /** The file may be one to predict on, which has no label; a name that is nearly the column's is more likely misspelt. */
    @Test
    void aLabelThatMayBeMisspeltIsTold() throws IOException {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger(MappedColumns.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(new SimpleFormatter().formatMessage(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            csv("x,y,color", "1,2,red").load(RowNets_DotRows.schema());
            csv("x,y,more", "1,2,red").load(RowNets_DotRows.schema());
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
        }
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0))
                .contains("there is no column 'colour', whose values are missing then; did you mean 'color'?");
    }

    @Test
    void rowsAreReadAsTheyAreAskedFor() throws IOException {
        CsvFiles dots = dots(3_000, 2_500);
        try (Stream<Dot> rows = dots.records(RowNets_DotRows.schema())) {
            assertThat(rows.limit(2_000).filter(dot -> dot.x() == 1_999).toList())
                    .containsExactly(new Dot(1_999, 1, Colour.GREEN));
        }
        assertFails(
                DataFileException.class,
                () -> {
                    try (Stream<Dot> rows = dots.records(RowNets_DotRows.schema())) {
                        rows.forEach(row -> {});
                    }
                },
                "1 problem",
                "line 2502, column 'colour': 'none' is none of");
        List<BadRow> skipped = new ArrayList<>();
        try (Stream<Dot> rows = dots.badRows(BadRows.skip(1, skipped::add)).records(RowNets_DotRows.schema())) {
            assertThat(rows.count()).isEqualTo(2_999);
        }
        assertThat(skipped).hasSize(1);
        assertFails(
                IllegalStateException.class,
                () -> dots.target("x").records(RowNets_DotRows.schema()),
                "leave out features, drop, targets");
    }

    /** It is no refusal of the row by its class, and every bad row is told once. */
    @Test
    void whatTheOneWhoIsToldOfBadRowsThrowsEndsTheReading() throws IOException {
        CsvFiles dots = csv("x,y,colour", "one,1,red", "two,2,red", "3,3,red", "four,4,red", "5,5,none");
        for (int last = 1; last <= 4; last++) {
            List<String> told = new ArrayList<>();
            int end = last;
            BadRows policy = BadRows.skip(9, bad -> {
                told.add(bad.place());
                if (told.size() == end) {
                    throw new IllegalStateException("mine");
                }
            });
            assertFails(IllegalStateException.class, () -> dots.badRows(policy).load(RowNets_DotRows.schema()), "mine");
            assertThat(told)
                    .isEqualTo(List.of("line 2", "line 3", "line 5", "line 6").subList(0, last));
        }
    }

    @Test
    void aModelTrainsOnRowsThatAreNeverAllInMemory() throws IOException {
        CsvFiles dots = dots(3_000, -1);
        try (RowNets_DotsModel model = RowNets_DotsModel.create();
                RowNets_DotsModel inMemory = RowNets_DotsModel.create()) {
            List<Dot> all = dots.load(RowNets_DotRows.schema());
            try (Stream<Dot> rows = dots.records(RowNets_DotRows.schema())) {
                model.learn(rows.toList());
            }
            Fit fit = Fit.epochs(2).batchSize(32).shuffle(false).verbose(false);
            model.fit(model.stream(() -> dots.records(RowNets_DotRows.schema())), fit);
            inMemory.fit(all, fit);
            assertThat(model.steps()).isEqualTo(2 * 94);
            assertThat(model.predict(all)).isEqualTo(inMemory.predict(all));
        }
    }

    /** Dots in a file, one of them, or none, with a colour that is none. */
    private CsvFiles dots(int rows, int bad) throws IOException {
        String[] lines = new String[rows + 1];
        lines[0] = "x,y,colour";
        for (int i = 0; i < rows; i++) {
            lines[1 + i] = i + "," + i % 2 + "," + (i == bad ? "none" : COLOURS.get(i % 3));
        }
        return csv(lines);
    }

    @Test
    void badRowsAreSkippedAndCounted() throws IOException {
        List<BadRow> skipped = new ArrayList<>();
        CsvFiles dots = csv("x,y,colour", "1,2,red", "1,none,red", "3,4,Blue", "5,6,pink")
                .badRows(BadRows.skip(2, skipped::add));
        assertThat(dots.load(RowNets_DotRows.schema()))
                .containsExactly(new Dot(1, 2, Colour.RED), new Dot(3, 4, Colour.BLUE))
                .inOrder();
        assertThat(skipped).hasSize(2);
        assertThat(skipped.get(1).toString()).contains("'pink' is none of [RED, GREEN, BLUE]");
    }

    @Test
    void columnsAreFoundOrNamed() throws IOException {
        assertThat(csv("x,y", "1,2").load(RowNets_DotRows.schema())).containsExactly(new Dot(1, 2, null));
        assertFails(
                DataFileException.class,
                () -> csv("x,z,colour", "1,2,red").load(RowNets_DotRows.schema()),
                "no column 'y'",
                "[x, z, colour]",
                "@Column");
        assertFails(
                DataFileException.class,
                () -> csv("X,x_,z,w", "1,2,3,red").load(RowNets_DotRows.schema()),
                "columns 1 and 2 may both be 'x': 'X' and 'x_' (rename one, or say which with @Column);"
                        + " there is no column 'y'",
                "[X, x_, z, w]");
        assertFails(
                DataFileException.class,
                () -> csv("1,2,red", "3,4,blue").load(RowNets_DotRows.schema()),
                "no column 'x'; there is no column 'y'",
                "The first line looks like values",
                "noHeader()",
                "@Column");
        assertFails(
                DataFileException.class,
                () -> csv("X,x_,y,colour", "1,2,3,red").load(RowNets_DotRows.schema()),
                "columns 1 and 2 may both be 'x'");
        assertFails(
                IllegalStateException.class,
                () -> csv("x,y,colour", "1,2,red").drop("y").load(RowNets_DotRows.schema()),
                "leave out features, drop");
    }

    @Test
    void noColumnOfAFileIsReadAsTwo() throws IOException {
        RowMapper<Float> mapper = new RowMapper<>() {
            @Override
            public List<FileColumn> fileColumns() {
                return List.of(new FileColumn("unitPrice", false), new FileColumn("unit_price", true));
            }

            @Override
            public Float map(RowFields fields) {
                return fields.getFloat("unitPrice");
            }
        };
        assertFails(
                DataFileException.class,
                () -> csv("Unit_Price,x", "1,2").load(mapper),
                file.toString(),
                "column 'Unit_Price' is asked for as 'unitPrice' and as 'unit_price'");
        assertThat(csv("unitPrice,unit_price", "1,2").load(mapper)).containsExactly(1f);
    }

    /** What training and predicting would refuse of a row that has no line any more. */
    @Test
    void whatNoNetworkCanUseIsABadLine() throws IOException {
        List<BadRow> skipped = new ArrayList<>();
        CsvFiles rows =
                csv("price,rooms,town,times", "5,1,a,1", "5,,a,1", "5,2,,1", "5,3,b,-2", ",4,b,", "5,5,c,1e400");
        RowSchema<Weighted> mapper = weighted();
        assertThat(rows.badRows(BadRows.skip(4, skipped::add)).load(mapper))
                .containsExactly(new Weighted(1, "a", 1), new Weighted(4, "b", Double.NaN))
                .inOrder();
        assertThat(skipped.stream().map(BadRow::toString).toList())
                .containsExactly(
                        file + ", line 3, column 'rooms': is missing",
                        file + ", line 4, column 'town': is missing",
                        file + ", line 5, column 'times': is -2.0",
                        file + ", line 7, column 'times': '1e400' is too large for a double")
                .inOrder();
        assertFails(
                DataFileException.class,
                () -> rows.load(mapper),
                "line 3, column 'rooms': is missing",
                "@Numeric(missing = MissingNumber.MEAN).",
                "@Categorical(missing = MissingCategory.OWN).",
                "a finite number, 0 or more.");
    }

    private record Weighted(float rooms, String town, double times) {}

    private static RowSchema<Weighted> weighted() {
        return new RowSchema<>(
                "Weighted",
                List.of(
                        new NumericColumn<>("rooms", Weighted::rooms, Scaling.NONE, MissingNumber.REFUSE, false),
                        new CategoricalColumn<>(
                                "town",
                                Weighted::town,
                                List.of(),
                                3,
                                false,
                                MissingCategory.REFUSE,
                                UnknownCategory.REFUSE),
                        new WeightColumn<>("times", Weighted::times)),
                List.of(new FileColumn("rooms", false), new FileColumn("town", false), new FileColumn("times", true)),
                fields -> new Weighted(
                        fields.getFloat("rooms"), fields.getTextOrNull("town"), fields.getDouble("times")));
    }

    @Test
    void aConstructorMayRefuseALine() throws IOException {
        CsvFiles ages = csv("age,label", "3,1", "-3,1");
        assertFails(
                DataFileException.class,
                () -> ages.load(RowNets_AgeRows.schema()),
                "line 3, is refused by its class",
                "age -3.0: must be at least 0");
    }

    /** Neither through a float nor through a double. */
    @Test
    void longNumbersKeepAllTheirDigits() throws IOException {
        CsvFiles numbers =
                csv("id,big,label", "9007199254740993,1e300,1", "9223372036854775808,1e400,2", "1e99999999999,3,3");
        assertFails(
                DataFileException.class,
                () -> numbers.load(RowNets_IdRows.schema()),
                "'9223372036854775808' is no whole number",
                "'1e400' is too large for a double",
                "'1e99999999999' is too large");
        assertThat(numbers.badRows(BadRows.skip(2)).load(RowNets_IdRows.schema()))
                .containsExactly(new RowNets.Id(9007199254740993L, 1e300, 1));
    }
}
