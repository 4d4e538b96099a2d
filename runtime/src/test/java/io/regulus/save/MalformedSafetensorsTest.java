package io.regulus.save;

import io.regulus.testing.errors.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is said of safetensors files that are none. */
class MalformedSafetensorsTest {
    private static final String HEADER = "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"step\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]}}";
    private static final String RESTORE = "restore it from a copy";

    @TempDir
    static Path folder;

    private final Malformed table = Malformed.of("safetensors", SaveFormatException.class);

    /** The format by hand: length, header, 16 bytes of data. */
    private static byte[] assemble(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 8; i++) {
            file.write((int) ((long) json.length >> (8 * i)));
        }
        file.writeBytes(json);
        file.writeBytes(new byte[16]);
        return file.toByteArray();
    }

    private void file(String wrong, byte[] content, String says) {
        Path path = folder.resolve(table.size() + ".safetensors");
        try {
            Files.write(path, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        table.refused(wrong, () -> SafetensorsFile.read(path), path + ": ", says, RESTORE);
    }

    private void header(String wrong, String header, String says) {
        file(wrong, assemble(header), says);
    }

    private void edited(String wrong, String part, String instead, String says) {
        if (!HEADER.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        header(wrong, HEADER.replace(part, instead), says);
    }

    @TestFactory
    Collection<DynamicTest> lengths() {
        file("empty", new byte[0], "0 bytes, too few");
        file("cut off in the length of the header", new byte[7], "7 bytes, too few");
        file(
                "a header longer than the file",
                new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{'},
                "2 bytes long, but 1 bytes follow");
        file(
                "a header of 2^64 - 1 bytes",
                new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'},
                "18446744073709551615 bytes long");
        file("a header of 2^40 bytes", new byte[] {0, 0, 0, 0, 0, 1, 0, 0, '{', '}'}, "1099511627776 bytes long");
        file("no header", new byte[8], "does not begin with '{'");
        byte[] whole = assemble(HEADER);
        file("the last byte missing", Arrays.copyOf(whole, whole.length - 1), "take 16 bytes, but 15 bytes follow");
        file("a byte too many", Arrays.copyOf(whole, whole.length + 1), "take 16 bytes, but 17 bytes follow");
        file("cut off behind the header", Arrays.copyOf(whole, whole.length - 16), "take 16 bytes, but 0 bytes follow");
        file("cut off in the header", Arrays.copyOf(whole, 40), "but 32 bytes follow");
        file("a ZIP, as PyTorch writes", "PK\u0003\u0004 archive/data.pkl".getBytes(StandardCharsets.US_ASCII), "long");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> headers() {
        header("a list", "[]", "does not begin with '{'");
        header("a space first", " {}", "does not begin with '{'");
        header("a brace that is not closed", "{", "not the JSON it should be");
        header("single quotes", "{'w':{}}", "not the JSON it should be");
        header("a number for a tensor", "{\"w\":3}", "not the JSON it should be");
        header("two objects", HEADER + "{}", "not the JSON it should be");
        header("text behind it", HEADER + "x", "not the JSON it should be");
        header(
                "a tensor without anything",
                "{\"w\":{}}",
                "'w': a name, a dtype, a shape and two data_offsets are needed");
        header("a number in the metadata", "{\"__metadata__\":{\"k\":1}}", "__metadata__: 'k' is not text");
        header("a key twice", "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", "'k' occurs twice");
        header("metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}", "__metadata__ twice");
        header("lists in lists without end", "{\"w\":" + "[".repeat(100_000), "not the JSON it should be");
        edited("a tensor twice", "\"step\"", "\"w\"", "tensor 'w' occurs twice");
        edited("a type of another library", "I64", "F4", "dtype 'F4' is not supported, only [BOOL, U8");
        edited(
                "a key of another format",
                "dtype\":\"I64\"",
                "dtype\":\"I64\",\"x\":1",
                "'x' occurs twice or is not part");
        edited("a negative dimension", "[2,1]", "[2,-1]", "tensor 'w': shape holds -1");
        edited("a broken dimension", "[2,1]", "[2,1.0]", "shape holds 1.0, expected whole numbers");
        edited("a text as dimension", "[2,1]", "[2,\"1\"]", "shape holds STRING");
        edited("a dimension of 22 digits", "[2,1]", "[2,1000000000000000000000]", "expected whole numbers");
        edited("no name", "\"w\"", "\"\"", "a name, a dtype");
        byte[] brokenText = assemble(HEADER);
        brokenText[12] = (byte) 0xFF;
        file("no UTF-8", brokenText, "not UTF-8");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> offsets() {
        edited("a gap", "[8,16]", "[9,17]", "'w' begins at 9 of the data, expected 8");
        edited("an overlap", "[8,16]", "[0,8]", "begins at 0 of the data, expected 8");
        edited("more bytes than the shape has", "[8,16]", "[8,20]", "'w' lies at 8 to 20, but F32 [2, 1] is 8 bytes");
        edited("an end before the begin", "[8,16]", "[8,4]", "'w' lies at 8 to 4");
        edited("one offset", "[8,16]", "[8]", "two data_offsets");
        edited("a larger shape", "[2,1]", "[3,1]", "F32 [3, 1] is 12 bytes");
        edited("a shape that no number holds", "[2,1]", "[999999999999999999,99]", "absurdly large");
        header(
                "a tensor of 10^15 bytes",
                HEADER.replace("[2,1]", "[250000000000000,1]").replace("[8,16]", "[8,1000000000000008]"),
                "take 1000000000000008 bytes, but 16 bytes follow");
        return table.tests();
    }

    @TestFactory
    Collection<DynamicTest> noFiles() {
        Path absent = folder.resolve("absent");
        table.refused(
                "no file",
                UncheckedIOException.class,
                () -> SafetensorsFile.read(absent),
                "cannot read " + absent,
                "no such file");
        return table.tests();
    }
}
