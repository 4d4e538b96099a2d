package io.regulus.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.regulus.testing.errors.Malformed;
import io.regulus.text.TextEncoder;
import io.regulus.text.Tokenizer;
import io.regulus.text.Vocabulary;
import io.regulus.tfrecord.TfRecordFiles;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

/** What readers say of files that are not what they should be: the place, the value and the cure. */
class MalformedFilesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/files");
    private static final String FETCH = "fetch it again";

    @TempDir
    static Path folder;

    private final Malformed table = Malformed.of("File", DataFileException.class);

    /** A reading that fails with a message that names the file and has the parts. */
    private void refused(String name, Path file, Executable reading, String... parts) {
        failing(DataFileException.class, name, file, reading, parts);
    }

    private <T extends RuntimeException> void failing(
            Class<T> type, String name, Path file, Executable reading, String... parts) {
        String[] says =
                Stream.concat(Stream.of(file.toString()), Stream.of(parts)).toArray(String[]::new);
        table.refused(name, type, reading, says);
    }

    /** A new file. */
    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("f" + table.size()), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] cut(byte[] content, int length) {
        return Arrays.copyOf(content, length);
    }

    private static byte[] changed(byte[] content, int at, int value) {
        byte[] changed = content.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private void csv(String name, String text, UnaryOperator<CsvFiles> asked, String... parts) {
        csv(name, text.getBytes(UTF_8), asked, parts);
    }

    private void csv(String name, byte[] content, UnaryOperator<CsvFiles> asked, String... parts) {
        Path file = file(content);
        refused("CSV: " + name, file, () -> asked.apply(CsvFiles.read(file)).load(), parts);
    }

    @TestFactory
    Collection<DynamicTest> csv() {
        UnaryOperator<CsvFiles> plain = csv -> csv;
        csv("empty", "", plain, "the file is empty; nothing to read");
        csv("blank lines only", "\n\n", plain, "the file is empty");
        csv("header only", "a,b\n", plain, "there is a header but no line of data", "noHeader()");
        csv(
                "too few fields",
                "a,b\n1\n",
                plain,
                "line 2, has 1 fields, but there are 2 columns",
                "one field per column");
        csv("too many fields", "a,b\n1,2\n1,2,3\n", plain, "line 3, has 3 fields");
        csv("open quote", "a,b\n\"1,2\n", plain, "after line 1", "is a closing quote missing?");
        for (String word :
                List.of("NaN", "nan", "Infinity", "-inf", "0x10", "1f", "1 000", "--1", "1e", "N/A", "?", "١")) {
            csv(
                    "the value " + word,
                    "a,b\n1,2\n1," + word + "\n",
                    plain,
                    "line 3, column 'b': '" + word + "' is not a number",
                    "drop(\"b\")");
        }
        csv(
                "decimal comma",
                "a;b\n1;1,5\n",
                csv -> csv.delimiter(';'),
                "line 2, column 'b': '1,5'",
                "point, not a comma");
        csv("too large", "a,b\n1,1e39\n", plain, "line 2, column 'b': '1e39' is too large for a float");
        csv("empty value", "a,b\n1,\n", plain, "line 2, column 'b': is empty", "Correct or fill in");
        csv("control characters", "a,b\n1,x\u0007\n", plain, "'x\\u0007' is not a number");
        csv(
                "two columns of a name",
                "a,a\n1,2\n",
                plain,
                "columns 1 and 2 are both named 'a'",
                "rename one",
                "skipLines(1) and noHeader()");
        csv(
                "two columns of a name behind other lines",
                "x\na,a\n1,2\n",
                csv -> csv.skipLines(1),
                "both named 'a'",
                "skipLines(2) and noHeader()");
        csv(
                "several columns that are not there",
                "a,b\n1,2\n",
                csv -> csv.features("a", "c", "bb").target("d"),
                "no column 'd' (target); there is no column 'c' (feature)",
                "no column 'bb' (feature)",
                "The columns are [a, b]; name one of them.");
        csv(
                "misspelt label",
                "a,kind\n1,x\n",
                csv -> csv.classLabel("kimd"),
                "no column 'kimd' (class label) (did you mean 'kind'?)");
        csv("no such target", "a,b\n1,2\n", csv -> csv.target("price"), "no column 'price' (target)", "[a, b]");
        csv("no such column to drop", "a,b\n1,2\n", csv -> csv.drop("z"), "no column 'z' (column to drop)");
        csv(
                "label as a feature",
                "a,b\n1,2\n",
                csv -> csv.features("a", "b").classLabel("b"),
                "column 'b' is asked for both");
        csv(
                "empty label",
                "a,b\n1,\n",
                csv -> csv.classLabel("b"),
                "line 2, column 'b': the class label is empty",
                "Fill in the class");
        csv(
                "unknown class",
                "a,b\n1,cow\n",
                csv -> csv.classLabel("b").classes("cat", "cot"),
                "line 2, column 'b': 'cow' is none of the classes",
                "classes(...)");
        csv(
                "text as target",
                "a,b\n1,x\n",
                csv -> csv.target("b"),
                "line 2, column 'b': 'x' is not a number",
                "classLabel(\"b\")");
        csv("no features left", "a\n1\n", csv -> csv.target("a"), "no column is left as a feature", "delimiter");
        csv(
                "header of numbers",
                "1,2\n3,4\n",
                csv -> csv.classLabel("kind"),
                "The first line looks like values",
                "noHeader()");
        csv(
                "other delimiter",
                "a;b\n1;2\n",
                csv -> csv.target("b"),
                "There is one column only: is the delimiter right?");
        csv(
                "Latin-1 for UTF-8",
                "a,b\nx,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
                plain,
                "the bytes are not UTF-8 text",
                "charset(");
        csv("an image", png(), plain, "the bytes are not UTF-8 text");
        csv("fewer lines than skipped", "a\n", csv -> csv.skipLines(5), "skipLines(5), but the file ends before");
        csv(
                "nothing behind what is skipped",
                "a\n",
                csv -> csv.skipLines(1),
                "the file is empty after 1 skipped lines");
        csv(
                "eleven problems",
                "a,b\n" + "x1,x2\n".repeat(5) + "1,2,3\n",
                plain,
                "11 problems, 3 of them listed:",
                "(5 of this kind)",
                "line 7, has 3 fields");
        csv(
                "more bad rows than allowed",
                "a\nx\ny\n1\n",
                csv -> csv.badRows(BadRows.skip(1)),
                "more bad rows than BadRows.skip(1) allows; 2 problems",
                "line 2",
                "line 3");
        csv(
                "nothing but bad rows",
                "a\nx\ny\n",
                csv -> csv.badRows(BadRows.skip(5)),
                "all 2 rows were skipped as bad",
                "line 2, column 'a': 'x'");
        return table.tests();
    }

    private static byte[] png() {
        try {
            return Files.readAllBytes(FIXTURES.resolve("images/rgb.png"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An IDX file of bytes: its dimensions, then values from 0 on. */
    private static byte[] idx(int type, int values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + values);
        bytes.put(2, (byte) type).put(3, (byte) shape.length).position(4);
        Arrays.stream(shape).forEach(bytes::putInt);
        for (int i = 0; i < values; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    private void images(String name, byte[] content, String... parts) {
        Path file = file(content);
        Path labels = file(idx(8, 2, 2)).resolveSibling("labels" + table.size());
        try {
            Files.write(labels, idx(8, 2, 2));
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        refused("IDX images: " + name, file, () -> IdxFiles.read(file, labels), parts);
    }

    private void labels(String name, byte[] content, UnaryOperator<IdxFiles> asked, String... parts)
            throws IOException {
        Path images = Files.write(folder.resolve("images" + table.size()), idx(8, 18, 2, 3, 3));
        Path file = file(content);
        refused(
                "IDX labels: " + name,
                file,
                () -> asked.apply(IdxFiles.of(images, file)).load(),
                parts);
    }

    @TestFactory
    Collection<DynamicTest> idx() throws IOException {
        images("empty", new byte[0], "the file is empty", FETCH);
        images("three bytes", new byte[3], "offset 3: expected the 4 bytes an IDX file begins with", "cut off");
        images(
                "text",
                "a,b\n1,2\n".getBytes(UTF_8),
                "offset 0: expected the two zero bytes",
                "found 61 2C",
                "another format");
        images("a PNG", png(), "offset 0", "found 89 50");
        for (Object[] type : new Object[][] {
            {9, "signed byte"},
            {11, "16-bit integer"},
            {12, "32-bit integer"},
            {13, "float"},
            {14, "double"},
            {66, "no IDX type"}
        }) {
            images(
                    "element type " + type[0],
                    idx((int) type[0], 18, 2, 3, 3),
                    "offset 2: expected element type 08",
                    "(" + type[1] + ")");
        }
        images("no dimension", idx(8, 0), "offset 3: expected at least one dimension");
        images("dimensions cut off", cut(idx(8, 0, 2, 3, 3), 10), "offset 10: expected 3 dimensions", "ends after 1");
        images("a dimension of 0", idx(8, 0, 2, 0, 3), "offset 8: dimension 1 is 0, expected 1 or more");
        images("a negative dimension", idx(8, 0, -2, 3, 3), "offset 4: dimension 0 is -2");
        images(
                "more than an array holds",
                idx(8, 4, 2, 1 << 20, 1 << 20),
                "offset 12: the dimensions multiply to more than 2^31 - 1");
        images(
                "values cut off",
                cut(idx(8, 18, 2, 3, 3), 20),
                "offset 20: expected 18 values, but the file ends after 4",
                FETCH);
        images("more values than said", idx(8, 19, 2, 3, 3), "offset 34: expected the end of the file after 18 values");
        images("labels in their place", idx(8, 2, 2), "found one dimension; are these the labels?");
        images("another number of images", idx(8, 27, 3, 3, 3), "has 3 images", "2 labels", "same set?");
        UnaryOperator<IdxFiles> plain = idx -> idx;
        labels("empty", new byte[0], plain, "the file is empty");
        labels("images in their place", idx(8, 18, 2, 3, 3), plain, "expected labels with one dimension, found 3");
        labels("cut off", cut(idx(8, 2, 2), 9), plain, "offset 9: expected 2 values, but the file ends after 1");
        labels("more than said", idx(8, 3, 2), plain, "offset 10: expected the end of the file after 2 values");
        labels(
                "out of range",
                changed(idx(8, 2, 2), 9, 200),
                idx -> idx.classes("a", "b"),
                "row 1, label 200 is out of range: there are 2 classes, 0 to 1",
                "classes(...)");
        return table.tests();
    }

    private void image(String name, byte[] content, String... parts) throws IOException {
        Path root = folder.resolve("images-" + table.size());
        Path file = Files.createDirectories(root.resolve("cat")).resolve("1");
        Files.write(file, content);
        refused("Image: " + name, file, () -> ImageFolder.read(root).size(4, 4).load(), parts);
    }

    @TestFactory
    Collection<DynamicTest> images() throws IOException {
        image("empty", new byte[0], "the file is empty", "Replace or remove these files", "BadRows.skip");
        image("text", "not an image".getBytes(UTF_8), "is no PNG, JPEG, GIF, BMP or TIFF image");
        image("WebP", "RIFF....WEBPVP8 ".getBytes(UTF_8), "is no PNG, JPEG, GIF, BMP or TIFF image");
        image(
                "CMYK",
                Files.readAllBytes(FIXTURES.resolve("images/cmyk.jpg")),
                "neither grey nor RGB",
                "convert it to RGB");
        for (String name : List.of(
                "rgb.png",
                "grey.png",
                "palette.png",
                "photo.jpg",
                "progressive.jpg",
                "grey.jpg",
                "rgb.gif",
                "rgb.bmp")) {
            byte[] whole = Files.readAllBytes(FIXTURES.resolve("images").resolve(name));
            for (int length : new int[] {20, whole.length / 2, whole.length * 3 / 4}) {
                image(
                        name + " cut off after " + length + " of " + whole.length,
                        cut(whole, length),
                        "the image is damaged or cut off (");
            }
        }
        byte[] photo = Files.readAllBytes(FIXTURES.resolve("images/photo.jpg"));
        image("the last two bytes", cut(photo, photo.length - 2), "damaged or cut off (truncated file");
        ByteBuffer huge = ByteBuffer.wrap(png().clone());
        huge.putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(huge.array(), 12, 17);
        huge.putInt(29, (int) crc.getValue());
        image("a header of gigabytes", huge.array(), "has 100000 x 100000 pixels, more than 2^27");
        structure(
                "no folders",
                root -> Files.writeString(root.resolve("a.png"), "x"),
                "has no folders; expected one for each class");
        structure(
                "a class without images",
                root -> Files.createDirectories(root.resolve("cat")),
                "cat: a class without images");
        structure(
                "folders in classes",
                root -> Files.createDirectories(root.resolve("train/cat")),
                "holds the folder 'cat'",
                "Read one part at a time");
        Path none = folder.resolve("no-such-folder");
        failing(
                UncheckedIOException.class,
                "Image: no folder",
                none,
                () -> ImageFolder.read(none).size(1, 1).load(),
                "there is no such file");
        Path text = Files.writeString(folder.resolve("a-file"), "x");
        refused(
                "Image: a file for a folder",
                text,
                () -> ImageFolder.read(text).size(1, 1).load(),
                "is no folder");
        return table.tests();
    }

    private interface Filling {
        void fill(Path root) throws IOException;
    }

    private void structure(String name, Filling filling, String... parts) throws IOException {
        Path root = Files.createDirectories(folder.resolve("structure-" + table.size()));
        filling.fill(root);
        refused("Image: " + name, root, () -> ImageFolder.read(root).size(4, 4).load(), parts);
    }

    private void cifar10(String name, byte[] content, String... parts) {
        Path file = file(content);
        refused("CIFAR-10: " + name, file, () -> CifarFiles.cifar10(file).load(), parts);
    }

    @TestFactory
    Collection<DynamicTest> cifar() {
        byte[] two = new byte[2 * 3073];
        cifar10("empty", new byte[0], "the file is empty", FETCH);
        cifar10(
                "a byte short",
                cut(two, two.length - 1),
                "offset 3073: record 1 ends after 3072 of 3073 bytes",
                "cut off");
        cifar10("a byte more", cut(two, two.length + 1), "offset 6146: record 2 ends after 1 of 3073 bytes");
        cifar10("CIFAR-100", new byte[2 * 3074], "it would be 2 records of CIFAR-100: call cifar100(...)");
        cifar10("label 10", changed(two, 3073, 10), "record 1, label 10 is out of range: there are 10 classes, 0 to 9");
        cifar10("label 255", changed(two, 0, 255), "record 0, label 255 is out of range");
        cifar10("text", "airplane".getBytes(UTF_8), "record 0 ends after 8 of 3073 bytes");
        Path ten = file(two);
        refused(
                "CIFAR-100: CIFAR-10",
                ten,
                () -> CifarFiles.cifar100(ten).load(),
                "it would be 2 records of CIFAR-10: call cifar10(...)");
        Path fine = folder.resolve("fine");
        Path coarse = folder.resolve("coarse");
        try {
            Files.write(fine, changed(new byte[3074], 1, 100));
            Files.write(coarse, changed(new byte[3074], 0, 20));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        refused(
                "CIFAR-100: fine label",
                fine,
                () -> CifarFiles.cifar100(fine).load(),
                "record 0, label 100 is out of range",
                "0 to 99");
        refused(
                "CIFAR-100: coarse label",
                coarse,
                () -> CifarFiles.cifar100(coarse).coarse().load(),
                "label 20 is out of range",
                "0 to 19");
        Path none = folder.resolve("none.bin");
        failing(
                UncheckedIOException.class,
                "CIFAR-10: no file",
                none,
                () -> CifarFiles.cifar10(none).load(),
                "there is no such file");
        return table.tests();
    }

    private static Feature floats(float... values) {
        FloatList.Builder list = FloatList.newBuilder();
        for (float value : values) {
            list.addValue(value);
        }
        return Feature.newBuilder().setFloatList(list).build();
    }

    private static Feature ints(long... values) {
        Int64List.Builder list = Int64List.newBuilder();
        Arrays.stream(values).forEach(list::addValue);
        return Feature.newBuilder().setInt64List(list).build();
    }

    private static Feature bytes(int length) {
        return Feature.newBuilder()
                .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFrom(new byte[length])))
                .build();
    }

    private static Example example(String name, Feature feature) {
        return Example.newBuilder()
                .setFeatures(Features.newBuilder().putFeature(name, feature))
                .build();
    }

    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        int value = (int) crc.getValue();
        return ((value >>> 15) | (value << 17)) + 0xA282EAD8;
    }

    /** A frame around any bytes, with a length of one's own. */
    private static byte[] frame(long length, byte[] record) {
        byte[] header = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        return ByteBuffer.allocate(16 + record.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header)
                .putInt(masked(header))
                .put(record)
                .putInt(masked(record))
                .array();
    }

    private void records(String name, byte[] content, UnaryOperator<TfRecordFiles> asked, String... parts) {
        Path file = file(content);
        refused(
                "TFRecord: " + name,
                file,
                () -> asked.apply(TfRecordFiles.read(file)).load(),
                parts);
    }

    private void feature(String name, Feature feature, UnaryOperator<TfRecordFiles> asked, String... parts) {
        byte[] record = example("x", feature).toByteArray();
        records(name, frame(record.length, record), asked, parts);
    }

    @TestFactory
    Collection<DynamicTest> tfRecords() throws IOException {
        UnaryOperator<TfRecordFiles> plain = records -> records.floats("x", 3);
        byte[] five = Files.readAllBytes(FIXTURES.resolve("five.tfrecord"));
        int size = five.length / 5;
        records("empty", new byte[0], plain, "the file is empty", FETCH);
        records("five bytes", cut(five, 5), plain, "offset 0: record 0 ends after 5 of 12 bytes", "cut off");
        records("text", "label,text\n1,something\n".getBytes(UTF_8), plain, "offset 0", "this is no TFRecord file");
        records("a PNG", png(), plain, "this is no TFRecord file");
        records("first length", changed(five, 0, five[0] + 1), plain, "offset 0", "this is no TFRecord file");
        records(
                "second length",
                changed(five, size, five[size] + 1),
                plain,
                "offset " + size + ": the checksum of the length of record 1");
        records(
                "a changed byte",
                changed(five, size + 40, five[size + 40] + 1),
                plain,
                "record 1, its checksum does not fit its " + (size - 16) + " bytes",
                "damaged");
        records(
                "cut off in a record",
                cut(five, size + 40),
                plain,
                "offset " + size + ": record 1 ends after 28 of " + (size - 12) + " bytes");
        records("cut off in a length", cut(five, 2 * size + 3), plain, "record 2 ends after 3 of 12 bytes");
        records(
                "a length of 2^40",
                frame(1L << 40, new byte[8]),
                plain,
                "record 0 has 1099511627776 bytes, more than one array holds");
        records("no example", frame(3, new byte[] {(byte) 0xFF, 1, 2}), plain, "record 0, is no tf.train.Example (");
        records(
                "misspelt feature",
                five,
                records -> records.floats("pric", 1),
                "feature 'pric' is missing; did you mean 'price'?",
                "[ids, label, pixels, price, x]",
                "(5 of this kind)");
        records(
                "another kind",
                five,
                records -> records.ints("x", 3),
                "record 0, feature 'x' is of floats, expected integers");
        records(
                "bytes for floats",
                five,
                records -> records.floats("pixels", 4),
                "feature 'pixels' is of bytes, expected floats");
        records(
                "integers for bytes",
                five,
                records -> records.bytes("ids", 3),
                "feature 'ids' is of integers, expected bytes");
        records("fewer values", five, records -> records.floats("x", 4), "feature 'x' has 3 values, expected 4");
        records("more bytes", five, records -> records.bytes("pixels", 3), "feature 'pixels' has 4 values, expected 3");
        records(
                "label out of range",
                five,
                records -> records.floats("x", 3).label("label", 2),
                "record 2, feature 'label' value 0 is 2, out of range: 0 to 1");
        feature("NaN", floats(1, Float.NaN, 3), plain, "record 0, feature 'x' value 1 is NaN");
        feature("infinite", floats(1, 2, Float.NEGATIVE_INFINITY), plain, "feature 'x' value 2 is -Infinity");
        feature("no values", floats(), plain, "feature 'x' has 0 values, expected 3");
        feature("no kind", Feature.getDefaultInstance(), plain, "feature 'x' is of no kind, expected floats");
        feature(
                "33 bits",
                ints(1, 1L << 32, 3),
                records -> records.ints("x", 3),
                "feature 'x' value 1 is 4294967296, out of range: -2147483648 to 2147483647");
        feature(
                "negative label",
                ints(-1),
                records -> records.floats("y", 1).label("x", 5),
                "feature 'x' value 0 is -1, out of range: 0 to 4",
                "feature 'y' is missing");
        feature("no bytes", bytes(0), records -> records.bytes("x", 4), "feature 'x' has 0 values, expected 4");
        return table.tests();
    }

    private void text(String name, byte[] content, UnaryOperator<TextFiles> asked, String... parts) {
        Path file = file(content);
        refused("Text: " + name, file, () -> asked.apply(TextFiles.read(file)).texts(), parts);
    }

    private void text(String name, String content, UnaryOperator<TextFiles> asked, String... parts) {
        text(name, content.getBytes(UTF_8), asked, parts);
    }

    @TestFactory
    Collection<DynamicTest> texts() {
        UnaryOperator<TextFiles> plain = text -> text;
        UnaryOperator<TextFiles> labelled = TextFiles::labelled;
        TextEncoder encoder = TextEncoder.of(Tokenizer.words(), 3)
                .withVocabulary(Vocabulary.of(List.of("a")))
                .withClasses("sport", "stocks");
        text("empty", "", plain, "the file is empty; nothing to read");
        text("a byte order mark only", "\uFEFF", plain, "the file is empty");
        text("blank lines only", " \n\t\n", plain, "there are only blank lines");
        text(
                "no tab",
                "one\tx\ntwo x\n",
                labelled,
                "line 2, 'two x' has no tab before a class",
                "do not call labelled()");
        text("no text", "\tx\n", labelled, "line 1, the text before 'x' is empty", "remove the line");
        text("no class", "one\t \n", labelled, "line 1, the class of 'one' is empty");
        text(
                "unknown class",
                "one\tspor\n",
                text -> text.labelled().encodedBy(encoder),
                "line 1, the class 'spor' is none of the classes",
                "did you mean 'sport'?");
        text(
                "Latin-1 for UTF-8",
                "\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
                plain,
                ": in its first lines: the bytes are not UTF-8 text",
                "GB18030");
        text("UTF-16 for UTF-8", "abc\n".getBytes(StandardCharsets.UTF_16), plain, "the bytes are not UTF-8 text");
        text("a PNG", png(), plain, "the bytes are not UTF-8 text");
        text(
                "three kinds of problems",
                "a\n\tx\nb\t\nc\n",
                labelled,
                "4 problems",
                "line 1",
                "line 4",
                "line 2",
                "line 3");
        text(
                "more bad rows than allowed",
                "a\nb\nc\tx\n",
                text -> text.labelled().badRows(BadRows.skip(1)),
                "more bad rows than BadRows.skip(1) allows");
        Path none = folder.resolve("none.txt");
        failing(
                UncheckedIOException.class,
                "Text: no file",
                none,
                () -> TextFiles.read(none).texts(),
                "there is no such file");
        return table.tests();
    }

    private interface Reading {
        void read(Path file);
    }

    private void packed(String format, byte[] content, Reading reading) throws IOException {
        byte[] packed = gzip(content);
        for (int length : new int[] {5, packed.length / 2, packed.length - 9, packed.length - 1}) {
            Path file = file(cut(packed, length));
            refused(
                    "gzip: " + format + " cut off after " + length + " of " + packed.length,
                    file,
                    () -> reading.read(file),
                    "broken gzip",
                    FETCH);
        }
        Path checksum = folder.resolve("checksum-" + format);
        Files.write(checksum, changed(packed, packed.length - 8, packed[packed.length - 8] + 1));
        refused(
                "gzip: checksum of " + format,
                checksum,
                () -> reading.read(checksum),
                "broken gzip (Corrupt GZIP trailer)",
                FETCH);
    }

    @TestFactory
    Collection<DynamicTest> gzip() throws IOException {
        packed(
                "CSV",
                "a,b\n1,2\n3,4\n".getBytes(UTF_8),
                file -> CsvFiles.read(file).load());
        packed(
                "text",
                "one\ntwo\nthree\n".getBytes(UTF_8),
                file -> TextFiles.read(file).texts());
        packed("IDX", idx(8, 18, 2, 3, 3), IdxFiles::readBytes);
        packed("CIFAR", new byte[3073], file -> CifarFiles.cifar10(file).load());
        packed(
                "TFRecord",
                Files.readAllBytes(FIXTURES.resolve("five.tfrecord")),
                file -> TfRecordFiles.read(file).floats("x", 3).load());
        return table.tests();
    }
}
