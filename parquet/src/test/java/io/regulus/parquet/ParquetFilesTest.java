package io.regulus.parquet;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Blocks;
import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.files.DataFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
                "bad.parquet: row group 1, row 2, column 'income': null",
                "leave the row out");
        refused(ParquetFiles.read(BAD).features("rooms"), "row group 0, row 0, column 'rooms': null");
        refused(ParquetFiles.read(BAD).features("ratio"), "row group 1, row 1, column 'ratio': NaN");
        refused(ParquetFiles.read(BAD).features("price").target("area"), "row group 2, row 1, column 'area': 1.0E300");
        refused(ParquetFiles.read(BAD).features("price").classLabel("town"), "row group 0, row 1, column 'town': null");
        refused(
                ParquetFiles.read(HOUSES).features("price").classLabel("town").classes("oslo", "bergen"),
                "row group 0, row 2, column 'town': 'å' is none of the classes [oslo, bergen]",
                "classes(...)");
    }

    @Test
    void columnsThatCannotBeReadAreNamed() {
        Path kinds = FIXTURES.resolve("kinds.parquet");
        refused(
                ParquetFiles.read(kinds).features("x", "y"),
                "kinds.parquet: there is no column 'y'; there are [x, list,");
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

    private static void refused(ParquetFiles files, String... parts) {
        DataFileException failure = assertThrows(DataFileException.class, files::load);
        for (String part : parts) {
            assertThat(failure).hasMessageThat().contains(part);
        }
    }

    // What the documentation shows

    private static List<Object> example() {
        // regulus-parquet
        Dataset flowers = ParquetFiles.read(Path.of("flowers.parquet"))
                .classLabel("species")
                .load();
        DataStream houses =
                ParquetFiles.read(Path.of("part-0.parquet"), Path.of("part-1.parquet"))
                        .drop("id", "town")
                        .target("price")
                        .stream();
        return List.of(flowers, houses);
    }

    @Test
    void whatTheDocumentationShowsIsTheExampleAbove() throws IOException {
        String page = Files.readString(Path.of("../docs/parquet.md"));
        String source = Files.readString(Path.of("src/test/java/io/regulus/parquet/ParquetFilesTest.java"));
        String shown = page.substring(page.indexOf("// regulus-parquet"));
        String example = shown.substring(0, shown.indexOf("```"));
        assertThat(source.replaceAll("\\s+", "")).contains(example.replaceAll("\\s+", ""));
        assertThrows(UncheckedIOException.class, ParquetFilesTest::example);
    }
}
