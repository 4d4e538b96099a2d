package io.regulus.parquet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.files.BadRows;
import io.regulus.files.DataFileException;
import io.regulus.testing.errors.ByteFuzz;
import io.regulus.testing.errors.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of Parquet files that are damaged, or hold other values than are asked for. */
class MalformedParquetTest {
    private static final Path FIXTURES = Path.of("src/test/resources/parquet");

    @TempDir
    static Path folder;

    private final Malformed table = Malformed.of("Parquet", DataFileException.class);

    private static byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(FIXTURES.resolve(name));
    }

    private void file(String wrong, byte[] content, String... says) throws IOException {
        Path file = Files.write(folder.resolve("f" + table.size() + "-" + content.length), content);
        refused(wrong, file, files -> files.features("income"), says);
    }

    private void refused(String wrong, Path file, UnaryOperator<ParquetFiles> asked, String... says) {
        String[] all = Arrays.copyOf(says, says.length + 1);
        all[says.length] = file.toString();
        table.refused(wrong, () -> asked.apply(ParquetFiles.read(file)).load(), all);
    }

    private static byte[] changed(byte[] content, int at, int value) {
        byte[] changed = content.clone();
        changed[at] = (byte) value;
        return changed;
    }

    @TestFactory
    Collection<DynamicTest> files() throws IOException {
        byte[] whole = fixture("houses_snappy.parquet");
        int length = whole.length;
        file("empty", new byte[0], "no whole Parquet file");
        file("text", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "no whole Parquet file");
        file("the magic alone", Arrays.copyOf(whole, 4), "no whole Parquet file");
        file("cut off in a row group", Arrays.copyOf(whole, 200), "no whole Parquet file");
        file("cut off in the footer", Arrays.copyOf(whole, length - 40), "no whole Parquet file");
        file("the last byte missing", Arrays.copyOf(whole, length - 1), "no whole Parquet file");
        file("a byte appended", Arrays.copyOf(whole, length + 1), "no whole Parquet file");
        file("another magic at the end", changed(whole, length - 1, 'X'), "no whole Parquet file");
        file("a footer longer than the file", changed(whole, length - 6, 0x7F), "no whole Parquet file");
        file("a footer of no bytes", changed(changed(whole, length - 8, 0), length - 7, 0), "no whole Parquet file");
        footer(
                "a billion rows in a group",
                group -> group.setNum_rows(1_000_000_000),
                " in 1000000000 rows",
                "damaged");
        footer("2^40 rows in a group", group -> group.setNum_rows(1L << 40), "1099511627782 rows");
        footer("negative rows", group -> group.setNum_rows(-5), "-5");
        column("a column of a gigabyte", column -> column.setTotal_compressed_size(1L << 30), "has 1073741824 bytes");
        column("a column of negative length", column -> column.setTotal_compressed_size(-1), "cannot be read");
        column(
                "a column behind the end",
                column -> {
                    column.setData_page_offset(1L << 40);
                    column.unsetDictionary_page_offset();
                },
                "cannot be read");
        Path none = folder.resolve("none.parquet");
        table.refused(
                "no file",
                UncheckedIOException.class,
                () -> ParquetFiles.read(none).load(),
                "none.parquet: there is no such file");
        return table.tests();
    }

    private void column(String wrong, Consumer<ColumnMetaData> change, String... says) throws IOException {
        footer(wrong, group -> group.getColumns().forEach(column -> change.accept(column.getMeta_data())), says);
    }

    /** The houses with another footer. */
    private void footer(String wrong, Consumer<RowGroup> change, String... says) throws IOException {
        byte[] bytes = fixture("houses_snappy.parquet");
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        int end = bytes.length - 8 - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, end, length));
        change.accept(footer.getRow_groups().get(1));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, end);
        Util.writeFileMetaData(footer, changed);
        changed.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(changed.size() - end)
                .array());
        changed.write(bytes, bytes.length - 4, 4);
        file(wrong, changed.toByteArray(), says);
    }

    @TestFactory
    Collection<DynamicTest> values() {
        Path bad = FIXTURES.resolve("bad.parquet");
        Path kinds = FIXTURES.resolve("kinds.parquet");
        Path houses = FIXTURES.resolve("houses_snappy.parquet");
        refused(
                "a null",
                bad,
                files -> files.features("income"),
                "row group 1, row 2, column 'income': is null",
                "fill in");
        refused("nulls only", bad, files -> files.features("rooms"), "column 'rooms': is null (10 of this kind)");
        refused("NaN", bad, files -> files.features("ratio"), "row group 1, row 1, column 'ratio': NaN");
        refused(
                "a double that no float holds",
                bad,
                files -> files.features("price").target("area"),
                "column 'area': 1.0E300");
        refused("no class", bad, files -> files.features("price").classLabel("town"), "the class label is missing");
        refused(
                "an unknown class",
                houses,
                files -> files.features("price").classLabel("town").classes("oslo", "bergen"),
                "'å' is none of the classes");
        refused(
                "more bad rows than allowed",
                bad,
                files -> files.features("rooms").badRows(BadRows.skip(2)),
                "BadRows.skip(2) allows",
                "column 'rooms': is null");
        refused(
                "nothing but bad rows",
                bad,
                files -> files.features("rooms").badRows(BadRows.skip(10)),
                "all 10 rows were skipped",
                "column 'rooms': is null");
        refused(
                "a column that is not there",
                kinds,
                files -> files.features("x", "y"),
                "there is no column 'y'",
                "There are [x, list,");
        refused("nothing of that name to leave out", kinds, files -> files.drop("z"), "there is no column 'z'");
        refused("lists", kinds, files -> files, "column 'list' is nested", "drop(\"list\")");
        refused("a structure", kinds, files -> files.features("pair"), "column 'pair' is nested");
        refused("dates for numbers", kinds, files -> files.features("day"), "column 'day' holds", "DATE");
        refused(
                "decimals for numbers",
                kinds,
                files -> files.features("money"),
                "column 'money' holds",
                "DECIMAL(9,2)");
        refused("texts for numbers", kinds, files -> files.features("name"), "no numbers", "drop(\"name\")");
        refused("dates for classes", kinds, files -> files.features("x").classLabel("day"), "no names of classes");
        refused(
                "a label as a feature",
                houses,
                files -> files.features("income", "price").target("price"),
                "'price' is asked for both",
                "take it out of one");
        refused("no rows", FIXTURES.resolve("empty.parquet"), files -> files, "there are no rows");
        refused(
                "a codec that is not here",
                FIXTURES.resolve("houses_brotli.parquet"),
                files -> files.features("income"),
                "BROTLI",
                "snappy, gzip, zstd or lz4");
        return table.tests();
    }

    /** Damage anywhere: values, where pages have no checksum, or a refusal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "houses_none.parquet",
                "houses_snappy.parquet",
                "houses_gzip.parquet",
                "houses_zstd.parquet",
                "houses_lz4.parquet",
                "houses_pages2.parquet"
            })
    void damage(String name) throws IOException {
        Path file = folder.resolve("damaged-" + name);
        ByteFuzz.Outcome outcome = new ByteFuzz(
                        fixture(name), name.hashCode(), 256L << 20, List.of(DataFileException.class))
                .check(
                        250,
                        bytes -> ParquetFiles.read(Files.write(file, bytes))
                                .features("income", "rooms", "area")
                                .classLabel("town")
                                .load());
        assertTrue(outcome.refused() > 0, outcome.toString());
    }
}
