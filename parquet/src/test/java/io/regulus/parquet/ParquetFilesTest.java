package io.regulus.parquet;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.BadRow;
import io.regulus.files.BadRows;
import io.regulus.files.DataFileException;
import io.regulus.files.FileColumn;
import io.regulus.files.RowFields;
import io.regulus.files.RowMapper;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaProcess;
import io.regulus.testing.docs.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that pyarrow wrote: {@code src/test/python/make_parquet_fixtures.py}. */
class ParquetFilesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/parquet");
    private static final Path HOUSES = FIXTURES.resolve("houses_snappy.parquet");
    private static final Path BAD = FIXTURES.resolve("bad.parquet");
    private static final int ROWS = 10;
    private static final List<String> TOWNS = List.of("bergen", "oslo", "å");

    @TempDir
    Path folder;

    /** Income, rooms, area, ratio, near, code. */
    private static float[] row(int i) {
        return new float[] {i * 0.5f - 1, i * 3 - 7, i * 1000, i / 4f, i % 3 == 0 ? 1 : 0, 250 + i % 6};
    }

    private static int town(int i) {
        return new int[] {1, 0, 2}[i % 3];
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "gzip", "zstd", "lz4", "pages2"})
    void everyTypeInEveryCompression(String kind) {
        Path file = FIXTURES.resolve("houses_" + kind + ".parquet");
        Dataset data = ParquetFiles.read(file)
                .drop("grade", "price")
                .classLabel("town")
                .load();
        assertThat(data.size()).isEqualTo(ROWS);
        assertThat(data.featureNames())
                .containsExactly("income", "rooms", "area", "ratio", "near", "code")
                .inOrder();
        assertThat(data.classNames()).isEqualTo(TOWNS);
        for (int i = 0; i < ROWS; i++) {
            assertWithMessage("row %s", i).that(data.row(i)).isEqualTo(row(i));
            assertThat(data.labels().at(i)).isEqualTo(town(i));
        }
    }

    @Test
    void targetsAndChosenFeatures() {
        Dataset data = ParquetFiles.read(HOUSES)
                .features("rooms", "income")
                .targets("price", "ratio")
                .load();
        assertThat(data.row(3)).isEqualTo(new float[] {2, 0.5f});
        assertThat(data.values().at(3, 0)).isEqualTo(97);
        assertThat(data.values().at(3, 1)).isEqualTo(0.75f);
    }

    @Test
    void integersAndBooleansAreLabelsToo() {
        Dataset grades =
                ParquetFiles.read(HOUSES).features("income").classLabel("grade").load();
        // by value: 2 before 10
        assertThat(grades.classNames()).containsExactly("2", "10").inOrder();
        assertThat(grades.labels().at(0)).isEqualTo(1);
        assertThat(ParquetFiles.read(HOUSES)
                        .features("income")
                        .classLabel("near")
                        .load()
                        .classNames())
                .containsExactly("false", "true")
                .inOrder();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 20, 100})
    void blocksGoAcrossRowGroupsAndFiles(int size) {
        DataStream stream = ParquetFiles.read(HOUSES, FIXTURES.resolve("houses_gzip.parquet"))
                .drop("grade", "price")
                .classLabel("town")
                .stream();
        assertThat(stream.rows()).hasValue(2 * ROWS);
        for (int epoch = 0; epoch < 2; epoch++) {
            int row = 0;
            List<Integer> sizes = new ArrayList<>();
            try (Blocks blocks = stream.open(epoch)) {
                for (Optional<Dataset> block = blocks.next(size); block.isPresent(); block = blocks.next(size)) {
                    Dataset data = block.get();
                    sizes.add(data.size());
                    for (int i = 0; i < data.size(); i++, row++) {
                        assertThat(data.row(i)).isEqualTo(row(row % ROWS));
                        assertThat(data.labels().at(i)).isEqualTo(town(row % ROWS));
                    }
                }
                assertThat(blocks.next(size)).isEmpty();
            }
            assertThat(row).isEqualTo(2 * ROWS);
            assertThat(sizes.subList(0, sizes.size() - 1)).isEqualTo(Collections.nCopies(sizes.size() - 1, size));
        }
    }

    @Test
    void whatIsInARowIsNamedByGroupRowAndColumn() {
        refused(
                ParquetFiles.read(BAD).features("income"),
                "bad.parquet: 1 problem:\n  row group 1, row 2, column 'income': is null\n",
                "Correct or fill in the values of 'income'",
                "drop(\"income\")",
                "badRows(BadRows.skip(...))");
        refused(
                ParquetFiles.read(BAD).features("rooms"),
                "10 problems, 1 of them listed:",
                "row group 0, row 0, column 'rooms': is null (10 of this kind)");
        refused(ParquetFiles.read(BAD).features("ratio"), "row group 1, row 1, column 'ratio': NaN");
        refused(ParquetFiles.read(BAD).features("price").target("area"), "row group 2, row 1, column 'area': 1.0E300");
        refused(
                ParquetFiles.read(BAD).features("price").classLabel("town"),
                "row group 0, row 1, column 'town': the class label is missing");
        refused(
                ParquetFiles.read(HOUSES).features("price").classLabel("town").classes("oslo", "bergen"),
                "row group 0, row 2, column 'town': 'å' is none of the classes",
                "classes(...)");
    }

    /** Found column by column, told row by row; rows 5, 6 and 9 are bad, so that the seventh of those that are left is row 8. */
    @Test
    void badRowsAreLeftOutAndTold() throws IOException {
        List<BadRow> bad = new ArrayList<>();
        ParquetFiles files = ParquetFiles.read(BAD)
                .features("ratio", "income", "price")
                .target("area")
                .badRows(BadRows.skip(3, bad::add));
        Dataset data = files.load();
        assertThat(data.size()).isEqualTo(ROWS - 3);
        assertThat(data.row(4)).isEqualTo(new float[] {1, 2, 96});
        assertThat(data.row(6)).isEqualTo(new float[] {1, 4, 92});
        assertThat(bad.stream().map(BadRow::place).toList())
                .containsExactly("row group 1, row 1", "row group 1, row 2", "row group 2, row 1")
                .inOrder();
        assertThat(bad.get(0).problem()).isEqualTo("column 'ratio': NaN is no finite float");
        assertThat(bad.get(1).problem()).isEqualTo("column 'income': is null");
        assertThat(bad.get(2).problem()).isEqualTo("column 'area': 1.0E300 is no finite float");
        refused(files.badRows(BadRows.skip(2)), "more bad rows than BadRows.skip(2) allows");
        refused(
                ParquetFiles.read(BAD).features("rooms").badRows(BadRows.skip(10)),
                "all 10 rows were skipped as bad, the first being",
                "row group 0, row 0");
        bad.clear();
        Dataset towns = ParquetFiles.read(BAD, Files.copy(BAD, folder.resolve("more.parquet")))
                .features("price")
                .classLabel("town")
                .badRows(BadRows.skip(2, bad::add))
                .load();
        assertThat(towns.size()).isEqualTo(2 * ROWS - 2);
        assertThat(bad).hasSize(2);
    }

    @Test
    void problemsOfARowAreOneRow() {
        List<BadRow> bad = new ArrayList<>();
        ParquetFiles.read(BAD).features("income", "rooms", "price").badRows(BadRows.skip(10, bad::add)).stream()
                .forEach(4, block -> assertThat(block.size()).isEqualTo(0));
        assertThat(bad).hasSize(10);
        assertThat(bad.get(6).problem()).isEqualTo("column 'income': is null; column 'rooms': is null");
    }

    /** How many rows there are is not known before they are read where some may be left out. */
    @Test
    void streamsLeaveBadRowsOutInEveryPass() {
        List<BadRow> bad = new ArrayList<>();
        ParquetFiles files = ParquetFiles.read(BAD).features("income", "price");
        DataStream stream = files.badRows(BadRows.skip(1, bad::add)).stream();
        assertThat(stream.rows()).isEmpty();
        assertThat(files.stream().rows()).hasValue(ROWS);
        for (int pass = 1; pass <= 2; pass++) {
            assertThat(stream.toDataset().size()).isEqualTo(ROWS - 1);
            assertThat(bad).hasSize(pass);
        }
        assertThrows(DataFileException.class, () -> files.stream().toDataset());
    }

    /** Where the file lies elsewhere when a pass begins, its classes are known: only its rows are missed. */
    @Test
    void streamsKnowTheirClasses() throws IOException {
        Path file = Files.copy(HOUSES, folder.resolve("houses.parquet"));
        ParquetFiles files = ParquetFiles.read(file).features("income").classLabel("town");
        DataStream stream = files.stream();
        // another reader; that one and its stream stay what they are
        assertThat(files.classes("å", "oslo", "bergen").load().labels().at(2)).isEqualTo(0);
        try (Blocks blocks = stream.open(0)) {
            Dataset first = blocks.next(1).orElseThrow();
            assertThat(first.classNames()).isEqualTo(TOWNS);
            assertThat(first.labels().at(0)).isEqualTo(1);
        }
        assertThat(files.load().classNames()).isEqualTo(TOWNS);
    }

    private record House(float income, Integer rooms, String town, boolean near, double price, Long code, Float none) {}

    /** What generated code is for a record with {@code @Features}. */
    private static final RowMapper<House> MAPPER = new RowMapper<>() {
        @Override
        public List<FileColumn> fileColumns() {
            return List.of(
                    new FileColumn("INCOME", false),
                    new FileColumn("rooms", false),
                    new FileColumn("town", false),
                    new FileColumn("near", false),
                    new FileColumn("price", false),
                    new FileColumn("code", false),
                    new FileColumn("none", true));
        }

        @Override
        public House map(RowFields fields) {
            return new House(
                    fields.getFloat("INCOME"),
                    fields.getIntOrNull("rooms"),
                    fields.getTextOrNull("town"),
                    fields.getBoolean("near"),
                    fields.getDouble("price"),
                    fields.getLongOrNull("code"),
                    fields.getFloatOrNull("none"));
        }
    };

    @Test
    void rowsBecomeObjects() {
        List<House> houses = ParquetFiles.read(HOUSES, BAD).load(MAPPER);
        assertThat(houses).hasSize(2 * ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(houses.get(i))
                    .isEqualTo(new House(
                            i * 0.5f - 1,
                            i * 3 - 7,
                            List.of("oslo", "bergen", "å").get(i % 3),
                            i % 3 == 0,
                            100 - i,
                            250L + i % 6,
                            null));
        }
        // null is a missing value
        assertThat(houses.get(ROWS + 1)).isEqualTo(new House(0.5f, null, null, false, 99, 251L, null));
        assertThat(houses.get(ROWS + 6).income()).isNaN();
        assertThrows(
                IllegalStateException.class,
                () -> ParquetFiles.read(HOUSES).target("price").load(MAPPER));
        DataFileException failure = assertThrows(
                DataFileException.class,
                () -> ParquetFiles.read(FIXTURES.resolve("kinds.parquet")).load(MAPPER));
        assertThat(failure).hasMessageThat().contains("kinds.parquet: there is no column 'INCOME'");
    }

    @Test
    void objectsAreReadAsTheyAreAskedFor() {
        List<House> inMemory = ParquetFiles.read(HOUSES, HOUSES).load(MAPPER);
        try (Stream<House> houses = ParquetFiles.read(HOUSES, HOUSES).records(MAPPER)) {
            assertThat(houses.toList()).isEqualTo(inMemory);
        }
        try (Stream<House> houses = ParquetFiles.read(HOUSES, HOUSES).records(MAPPER)) {
            assertThat(houses.skip(ROWS - 1).limit(2).toList()).isEqualTo(inMemory.subList(ROWS - 1, ROWS + 1));
        }
    }

    @Test
    void rowsThatAreNoObjectsAreBad() {
        RowMapper<Integer> near = new RowMapper<>() {
            @Override
            public List<FileColumn> fileColumns() {
                return List.of(new FileColumn("income", false), new FileColumn("ratio", false));
            }

            @Override
            public Integer map(RowFields fields) {
                if (Double.isNaN(fields.getDouble("ratio"))) {
                    throw new IllegalArgumentException("no ratio");
                }
                return fields.getInt("income");
            }
        };
        List<BadRow> bad = new ArrayList<>();
        assertThat(ParquetFiles.read(BAD).badRows(BadRows.skip(9, bad::add)).load(near))
                .containsExactly(0, 1, 2, 4)
                .inOrder();
        assertThat(bad.get(0).toString())
                .contains("bad.parquet, row group 0, row 1, column 'income': '0.5' is no whole number");
        assertThat(bad.get(2).toString()).contains("row group 1, row 1, is refused by its class: no ratio");
        assertThat(bad.get(3).toString()).contains("row group 1, row 2, column 'income': is empty");
    }

    @Test
    void columnsThatCannotBeReadAreNamed() {
        Path kinds = FIXTURES.resolve("kinds.parquet");
        refused(
                ParquetFiles.read(kinds).features("x", "y"),
                "kinds.parquet: there is no column 'y'",
                "There are [x, list,");
        refused(ParquetFiles.read(kinds).drop("z"), "there is no column 'z'");
        refused(ParquetFiles.read(kinds), "column 'list' is nested", "drop(\"list\")");
        refused(ParquetFiles.read(kinds).features("pair"), "column 'pair' is nested");
        refused(ParquetFiles.read(kinds).features("day"), "column 'day' holds optional int32 day (DATE), no numbers");
        refused(ParquetFiles.read(kinds).features("money"), "column 'money' holds", "DECIMAL(9,2)");
        refused(
                ParquetFiles.read(kinds).features("name"),
                "column 'name' holds optional binary name (STRING), no numbers",
                "drop(\"name\")");
        refused(ParquetFiles.read(kinds).features("x").classLabel("day"), "no names of classes");
        refused(
                ParquetFiles.read(kinds)
                        .drop("x", "list", "pair", "day", "money")
                        .classLabel("name"),
                "no column is left");
        refused(ParquetFiles.read(HOUSES, kinds).features("x"), "houses_snappy.parquet: there is no column 'x'");
        refused(ParquetFiles.read(FIXTURES.resolve("empty.parquet")), "there are no rows");
        refused(
                ParquetFiles.read(FIXTURES.resolve("houses_brotli.parquet")).features("income"),
                "houses_brotli.parquet: row group 0 cannot be read",
                "BROTLI",
                "snappy, gzip, zstd or lz4");
    }

    @Test
    void whatIsNoParquetFileIsRefused() throws IOException {
        refused(
                ParquetFiles.read(Files.writeString(folder.resolve("a.parquet"), "a,b\n1,2\n")),
                "a.parquet: no whole Parquet file");
        refused(ParquetFiles.read(Files.createFile(folder.resolve("b.parquet"))), "b.parquet: no whole Parquet file");
        UncheckedIOException none = assertThrows(
                UncheckedIOException.class,
                () -> ParquetFiles.read(folder.resolve("none.parquet")).load());
        assertThat(none).hasMessageThat().contains("none.parquet: there is no such file");
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(HOUSES);
        for (int length = 0; length < whole.length; length += 61) {
            Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, length));
            refused(ParquetFiles.read(cut).features("income"), "cut.parquet: no whole Parquet file");
        }
    }

    /** Pages with a checksum, as {@code write_page_checksum=True} of pyarrow makes them, are known to be whole. */
    @Test
    void aByteThatWasChangedIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(FIXTURES.resolve("houses_none.parquet"));
        byte[] half = new byte[8];
        ByteBuffer.wrap(half).order(ByteOrder.LITTLE_ENDIAN).putDouble(-0.5);
        int at = new String(bytes, ISO_8859_1).indexOf(new String(half, ISO_8859_1));
        bytes[at + 7] ^= 1;
        Path changed = Files.write(folder.resolve("changed.parquet"), bytes);
        refused(
                ParquetFiles.read(changed).features("income"),
                "changed.parquet: row group 0",
                "cannot be read",
                "damaged");
    }

    @Test
    void whatContradictsItselfIsRefusedAsForCsv() {
        contradictory(
                ParquetFiles.read(HOUSES).features("income").classLabel("town").target("price"),
                "both classLabel(\"town\") and targets [price] are asked for; keep one of them");
        contradictory(
                ParquetFiles.read(HOUSES).features("income").classes("oslo"),
                "classes(...) without classLabel(...): name the column that holds the class");
        contradictory(
                ParquetFiles.read(HOUSES).features("income", "rooms").drop("rooms"),
                "both features(...) and drop(...) are set; keep one of them");
        refused(
                ParquetFiles.read(HOUSES).features("income", "price").target("price"),
                "houses_snappy.parquet: column 'price' is asked for both as a feature and as what is to be learnt");
        refused(
                ParquetFiles.read(HOUSES).features("grade", "income").classLabel("grade"),
                "column 'grade' is asked for both as a feature and as what is to be learnt; take it out of one");
    }

    private static void contradictory(ParquetFiles files, String message) {
        for (Executable read : List.<Executable>of(files::load, files::stream)) {
            IllegalStateException failure = assertThrows(IllegalStateException.class, read);
            assertThat(failure).hasMessageThat().isEqualTo(message);
        }
    }

    /** A fit with a schedule asks for the number of rows before every step. */
    @Test
    void rowsAreCountedOnceAndByTheEndsOfTheFilesAlone() throws IOException {
        byte[] bytes = Files.readAllBytes(HOUSES);
        // all that is no footer is lost: who reads a row group fails
        Arrays.fill(bytes, 4, bytes.length - 8 - footerLength(bytes), (byte) 0);
        Path file = Files.write(folder.resolve("footer.parquet"), bytes);
        DataStream stream = ParquetFiles.read(file, file).features("income").stream();
        assertThat(stream.rows()).hasValue(2 * ROWS);
        Files.delete(file);
        assertThat(stream.rows()).hasValue(2 * ROWS);
    }

    private static int footerLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    }

    /** The houses with another footer. */
    private Path houses(Consumer<FileMetaData> change) throws IOException {
        byte[] bytes = Files.readAllBytes(HOUSES);
        int end = bytes.length - 8 - footerLength(bytes);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, end, bytes.length - 8 - end));
        change.accept(footer);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, changed);
        int length = changed.size();
        changed.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        changed.write(bytes, bytes.length - 4, 4);
        byte[] data = Arrays.copyOf(bytes, end + changed.size());
        System.arraycopy(changed.toByteArray(), 0, data, end, changed.size());
        return Files.write(folder.resolve("houses.parquet"), data);
    }

    @Test
    void moreRowsThanADatasetHoldsAreRefusedBeforeTheyAreRead() throws IOException {
        Path many = houses(footer -> footer.getRow_groups().get(1).setNum_rows(Integer.MAX_VALUE));
        refused(
                ParquetFiles.read(many).features("income", "rooms"),
                "houses.parquet",
                " rows of 2 values do not fit into one dataset",
                "read them in blocks, by stream()");
        Path tooMany = houses(footer -> footer.getRow_groups().get(0).setNum_rows(3L << 30));
        DataStream stream = ParquetFiles.read(tooMany).features("income").stream();
        assertThat(assertThrows(DataFileException.class, () -> stream.open(0)))
                .hasMessageThat()
                .contains("houses.parquet: row group 0 has 3221225472 rows, and at most 2^31 - 1 are read");
    }

    @Test
    void aDamagedFooterTakesNoMemory() throws IOException {
        long before = allocated();
        refused(
                ParquetFiles.read(houses(footer -> footer.getRow_groups().get(1).setNum_rows(1_000_000_000)))
                        .features("income"),
                "houses.parquet: row group 1 cannot be read: column 'income' has ",
                " values in 1000000000 rows. The file is damaged");
        refused(
                ParquetFiles.read(houses(footer -> footer.getRow_groups()
                                .get(1)
                                .getColumns()
                                .forEach(column -> column.getMeta_data().setTotal_compressed_size(1L << 30))))
                        .features("income"),
                "houses.parquet: row group 1 cannot be read: column [income] has 1073741824 bytes from byte");
        // a block may be asked for that is larger than the file
        assertThat(ParquetFiles.read(HOUSES).features("income").stream()
                        .open(0)
                        .next(1 << 30)
                        .orElseThrow()
                        .size())
                .isEqualTo(ROWS);
        assertThat(allocated() - before).isLessThan(256L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A failure of who uses the values is no damage of the file. */
    @Test
    void ourOwnFailuresPassThrough() {
        try (ParquetTable table = new ParquetTable(HOUSES)) {
            ParquetColumn town = table.names("town");
            table.begin();
            IllegalArgumentException ours = new IllegalArgumentException("ours");
            assertThat(assertThrows(
                            IllegalArgumentException.class,
                            () -> town.readTexts(new Chunk(table), (row, text) -> {
                                throw ours;
                            })))
                    .isSameInstanceAs(ours);
        }
    }

    private static void refused(ParquetFiles files, String... parts) {
        DataFileException failure = assertThrows(DataFileException.class, files::load);
        for (String part : parts) {
            assertThat(failure).hasMessageThat().contains(part);
        }
    }

    @Test
    void whatTheDocumentationShowsIsRun() throws IOException, InterruptedException {
        String source = Files.readString(Path.of("src/test/java/io/regulus/parquet/DocsExample.java"));
        assertThat(Block.compact(source))
                .contains(Documentation.block(Kind.PARQUET).compact());
        assertThat(JavaProcess.run(folder, List.of(), List.of(DocsExample.class.getName())))
                .contains("flowers [iris, rose], 6 houses of [rooms]");
    }
}
