package io.regulus.save;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON header of a safetensors file: text about the file, and where each tensor lies in the data behind it.
 *
 * @param metadata free text by name
 * @param entries the tensors, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {
    private static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;

    /**
     * One tensor.
     *
     * @param variable what it is
     * @param begin offset of its first byte in the data
     * @param end offset behind its last byte
     */
    record Entry(VariableShape variable, long begin, long end) {}

    /** What is wrong with a header; the file's name is added where it is known. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Lays tensors out. Those with the widest elements come first in the data, as the reference implementation has
     * it, so that every element is aligned and readers can map the file.
     *
     * @throws IllegalArgumentException if a name occurs twice, is the format's own, or is no Unicode text
     */
    static SafetensorsHeader layOut(Map<String, String> metadata, List<VariableShape> variables) {
        Map<String, Long> begins = new LinkedHashMap<>();
        for (VariableShape variable : variables) {
            String name = variable.name();
            requireText(name);
            if (name.equals(METADATA) || begins.put(name, 0L) != null) {
                throw new IllegalArgumentException(
                        "tensor '" + name + "': the name occurs twice or is the format's own; rename it");
            }
        }
        metadata.forEach((name, value) -> {
            requireText(name);
            requireText(value);
        });
        long end = 0;
        List<VariableShape> byWidth = new ArrayList<>(variables);
        byWidth.sort(Comparator.comparing(variable -> -variable.type().bytes()));
        for (VariableShape variable : byWidth) {
            begins.put(variable.name(), end);
            end = Math.addExact(end, variable.bytes());
        }
        List<Entry> entries = new ArrayList<>();
        for (VariableShape variable : variables) {
            long begin = begins.get(variable.name());
            entries.add(new Entry(variable, begin, begin + variable.bytes()));
        }
        return new SafetensorsHeader(metadata, entries);
    }

    /** Half a surrogate pair would be written as a question mark, and two names could become one. */
    private static void requireText(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("'" + text + "' is not Unicode text: it holds half a surrogate pair");
        }
    }

    /** The entries in the order of their data. */
    List<Entry> inFileOrder() {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return sorted;
    }

    // Writing

    /** The header as UTF-8 JSON, padded with blanks so that the data behind it is aligned. */
    byte[] encode() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            if (!metadata.isEmpty()) {
                json.name(METADATA).beginObject();
                for (Map.Entry<String, String> entry : metadata.entrySet()) {
                    json.name(entry.getKey()).value(entry.getValue());
                }
                json.endObject();
            }
            for (Entry entry : entries) {
                json.name(entry.variable.name()).beginObject();
                json.name("dtype").value(entry.variable.type().name());
                json.name("shape").beginArray();
                for (long length : entry.variable.shape()) {
                    json.value(length);
                }
                json.endArray();
                json.name("data_offsets")
                        .beginArray()
                        .value(entry.begin)
                        .value(entry.end)
                        .endArray();
                json.endObject();
            }
            json.endObject();
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    // Reading

    /**
     * Reads and checks a header.
     *
     * @param dataLength bytes of the file behind the header, which the tensors must cover without gap or overlap
     */
    static SafetensorsHeader parse(byte[] bytes, long dataLength) throws Malformed {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new Malformed("the header does not begin with '{'");
        }
        SafetensorsHeader header;
        try (JsonReader json = new JsonReader(new StringReader(decode(bytes)))) {
            json.setStrictness(Strictness.STRICT);
            header = readHeader(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new Malformed("there is text behind the header's closing brace");
            }
        } catch (Malformed ours) {
            throw ours;
        } catch (IOException | IllegalStateException broken) {
            // Gson reports a value of another kind than asked for as an IllegalStateException.
            throw new Malformed("the header is not the JSON it should be", broken);
        }
        header.requireCovers(dataLength);
        return header;
    }

    private static String decode(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new Malformed("the header is not UTF-8 text", broken);
        }
    }

    private static SafetensorsHeader readHeader(JsonReader json) throws IOException, Malformed {
        Map<String, String> metadata = null;
        Map<String, Entry> entries = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (name.equals(METADATA)) {
                if (metadata != null) {
                    throw new Malformed("the header has " + METADATA + " twice");
                }
                metadata = readMetadata(json);
            } else if (entries.put(name, readEntry(json, name)) != null) {
                throw new Malformed("tensor '" + name + "' occurs twice");
            }
        }
        json.endObject();
        return new SafetensorsHeader(metadata == null ? Map.of() : metadata, List.copyOf(entries.values()));
    }

    private static Map<String, String> readMetadata(JsonReader json) throws IOException, Malformed {
        Map<String, String> metadata = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (json.peek() != JsonToken.STRING) {
                throw new Malformed(METADATA + ": '" + name + "' is not text");
            }
            if (metadata.put(name, json.nextString()) != null) {
                throw new Malformed(METADATA + ": '" + name + "' occurs twice");
            }
        }
        json.endObject();
        return metadata;
    }

    private static Entry readEntry(JsonReader json, String name) throws IOException, Malformed {
        String type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (key.equals("dtype") && type == null) {
                type = json.nextString();
            } else if (key.equals("shape") && shape == null) {
                shape = readNumbers(json, name, key);
            } else if (key.equals("data_offsets") && offsets == null) {
                offsets = readNumbers(json, name, key);
            } else {
                throw new Malformed("tensor '" + name + "': '" + key + "' occurs twice or is not part of the format");
            }
        }
        json.endObject();
        if (name.isEmpty() || type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new Malformed("tensor '" + name + "': a name, a dtype, a shape and two data_offsets are needed");
        }
        return new Entry(new VariableShape(name, elementType(name, type), shape), offsets.get(0), offsets.get(1));
    }

    private static ElementType elementType(String name, String dtype) throws Malformed {
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(dtype)) {
                return type;
            }
        }
        throw new Malformed("tensor '" + name + "': dtype '" + dtype + "' is not supported, only "
                + Arrays.toString(ElementType.values()));
    }

    private static List<Long> readNumbers(JsonReader json, String tensor, String key) throws IOException, Malformed {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            // Gson would also convert the text "3" and the number 3.0.
            String text = json.peek() == JsonToken.NUMBER
                    ? json.nextString()
                    : json.peek().toString();
            if (!text.matches("0|[1-9][0-9]{0,17}")) {
                throw new Malformed("tensor '" + tensor + "': " + key + " holds " + text
                        + ", expected whole numbers from 0 to 10^18");
            }
            numbers.add(Long.parseLong(text));
        }
        json.endArray();
        return numbers;
    }

    private void requireCovers(long dataLength) throws Malformed {
        long covered = 0;
        for (Entry entry : inFileOrder()) {
            String tensor = "tensor '" + entry.variable.name() + "'";
            if (entry.begin != covered) {
                throw new Malformed(tensor + " begins at " + entry.begin + " of the data, expected " + covered
                        + ": tensors must neither overlap nor leave gaps");
            }
            long bytes;
            try {
                bytes = entry.variable.bytes();
            } catch (ArithmeticException overflow) {
                throw new Malformed(tensor + ": shape " + entry.variable.shape() + " is absurdly large", overflow);
            }
            if (entry.end < entry.begin || entry.end - entry.begin != bytes) {
                throw new Malformed(tensor + " lies at " + entry.begin + " to " + entry.end + ", but "
                        + entry.variable.describe() + " is " + bytes + " bytes");
            }
            covered = entry.end;
        }
        if (covered != dataLength) {
            throw new Malformed("the tensors take " + covered + " bytes, but " + dataLength
                    + " bytes follow the header; the file is cut off or has something appended");
        }
    }
}
