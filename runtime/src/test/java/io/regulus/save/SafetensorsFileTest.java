package io.regulus.save;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
    private static final String HEADER = "{\"__metadata__\":{\"k\":\"v\"},"
            + "\"step\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]}}";
    private static final byte[] DATA = {
        3,
        0,
        0,
        0,
        0,
        0,
        0,
        0, // 3 as a little-endian 64-bit integer
        0,
        0,
        (byte) 0x80,
        0x3F, // 1.0 as a little-endian float
        0,
        0,
        0,
        (byte) 0xC0 // -2.0
    };

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void namePath() {
        path = folder.resolve("a.safetensors");
    }

    /** The format by hand: length, header, data. */
    private static byte[] assemble(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 8; i++) {
            file.write((int) ((long) json.length >> (8 * i)));
        }
        file.writeBytes(json);
        file.writeBytes(data);
        return file.toByteArray();
    }

    private SafetensorsFile.Content read(byte[] content) throws IOException {
        return SafetensorsFile.read(Files.write(path, content));
    }

    private void refused(byte[] content, String... parts) throws IOException {
        Files.write(path, content);
        SaveFormatException failure = assertFails(SaveFormatException.class, () -> SafetensorsFile.read(path), parts);
        assertTrue(failure.getMessage().startsWith(path.toString()));
    }

    @Test
    void readsAFileAssembledByHand() throws IOException {
        SafetensorsFile.Content content = read(assemble(HEADER, DATA));
        assertEquals(Map.of("k", "v"), content.metadata());
        assertEquals(
                List.of(NamedTensor.of("step", new long[] {3}), NamedTensor.of("w", new float[] {1, -2}, 2, 1)),
                content.tensors());
        // Padding, and a header in another order than the data.
        SafetensorsFile.Content swapped = read(assemble(
                "{\"w\":{\"data_offsets\":[8,16],\"shape\":[2,1],\"dtype\":\"F32\"},"
                        + "\"step\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}   ",
                DATA));
        assertEquals(
                List.of("w", "step"),
                swapped.tensors().stream().map(NamedTensor::name).toList());
        assertEquals(Map.of(), swapped.metadata());
        assertEquals(List.of(), read(assemble("{}", new byte[0])).tensors());
    }

    @Test
    void writesWhatAHandWouldAssemble() throws IOException {
        SafetensorsFile.write(
                path,
                Map.of("k", "v"),
                List.of(NamedTensor.of("step", new long[] {3}), NamedTensor.of("w", new float[] {1, -2}, 2, 1)));
        String padded = HEADER + " ".repeat((8 - HEADER.length() % 8) % 8);
        assertArrayEquals(assemble(padded, DATA), Files.readAllBytes(path));
    }

    @Test
    void wideElementsComeFirstSoThatAllAreAligned() throws IOException {
        List<NamedTensor> tensors =
                List.of(NamedTensor.of("odd", new float[] {1}, 1), NamedTensor.of("step", new long[] {2}));
        SafetensorsFile.write(path, Map.of(), tensors);
        assertTrue(Files.readString(path, StandardCharsets.ISO_8859_1)
                .contains("\"odd\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}"));
        assertEquals(tensors, SafetensorsFile.read(path).tensors());
    }

    @Test
    void randomContentIsReadBack() {
        Random random = new Random(31);
        for (int trial = 0; trial < 50; trial++) {
            Map<String, String> metadata = new LinkedHashMap<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                metadata.put("key\n\"" + i + "é花😀", "<value>\u0000" + random.nextInt());
            }
            List<NamedTensor> tensors = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                long[] shape = random.longs(random.nextInt(4), 0, 5).toArray();
                int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                tensors.add(
                        random.nextBoolean()
                                ? NamedTensor.of("层/" + i, random.longs(size).toArray(), shape)
                                : new NamedTensor(
                                        "层/" + i,
                                        ElementType.F32,
                                        shape,
                                        ByteBuffer.wrap(randomBytes(random, size * 4))));
            }
            SafetensorsFile.write(path, metadata, tensors);
            assertEquals(new SafetensorsFile.Content(metadata, tensors), SafetensorsFile.read(path));
        }
    }

    private static byte[] randomBytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void tensorsOfSeveralChunks() {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        List<NamedTensor> tensors =
                List.of(NamedTensor.of("large", values, values.length), NamedTensor.of("small", new float[] {5}));
        SafetensorsFile.write(path, Map.of(), tensors);
        assertEquals(tensors, SafetensorsFile.read(path).tensors());
    }

    @Test
    void whatCannotBeWrittenOrOpened() {
        NamedTensor tensor = NamedTensor.of("w", new float[1]);
        assertFails(
                IllegalArgumentException.class,
                () -> SafetensorsFile.write(path, Map.of(), List.of(tensor, tensor)),
                "'w'",
                "twice");
        assertFails(
                IllegalArgumentException.class,
                () -> SafetensorsFile.write(path, Map.of(), List.of(NamedTensor.of("__metadata__", new float[1]))),
                "format's own");
        assertFails(
                IllegalArgumentException.class,
                () -> SafetensorsFile.write(path, Map.of("k", "\uD83D"), List.of()),
                "half a surrogate pair");
        assertFails(
                UncheckedIOException.class,
                () -> SafetensorsFile.write(folder, Map.of(), List.of()),
                "cannot write " + folder);
    }

    @Test
    void anyCutIsRefused() throws IOException {
        byte[] whole = assemble(HEADER, DATA);
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void anyOtherHeaderLengthIsRefused() throws IOException {
        for (int at = 0; at < 8; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] copy = assemble(HEADER, DATA);
                copy[at] ^= (byte) (1 << bit);
                refused(copy);
            }
        }
    }

    /** Whatever happens to the header: one that covers the data, or the documented exception. */
    @Test
    void anyDamageToTheHeaderIsRefusedOrHarmless() {
        byte[] whole = HEADER.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] copy = whole.clone();
                copy[at] ^= (byte) (1 << bit);
                parseOrRefuse(copy);
            }
        }
        Random random = new Random(41);
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] copy =
                    Arrays.copyOf(whole, random.nextInt(4) == 0 ? 1 + random.nextInt(whole.length) : whole.length);
            for (int edits = random.nextInt(5); edits >= 0; edits--) {
                int at = random.nextInt(copy.length);
                // Bytes that JSON gives a meaning find more than any bytes do.
                copy[at] = (byte)
                        (random.nextBoolean() ? "{}[],:\"\\0123e-. ".charAt(random.nextInt(16)) : random.nextInt());
            }
            parseOrRefuse(copy);
        }
    }

    private static void parseOrRefuse(byte[] header) {
        try {
            long bytes = SafetensorsHeader.parse(header, DATA.length).entries().stream()
                    .mapToLong(entry -> entry.variable().bytes())
                    .sum();
            assertEquals(DATA.length, bytes);
        } catch (SafetensorsHeader.Malformed refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}
