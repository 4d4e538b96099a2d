package io.regulus.tune;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * The runs of a search that have ended, in a file: a line for the search, then one for each run, each with a checksum before it. A line that
 * is not whole can only be the last one, of a process that died while it wrote, and is cut off.
 */
final class Journal implements AutoCloseable {
    private static final String NAME = "trials.journal";
    private static final int CHECKSUM = 8;

    /** Folders that searches of this process have: closing any channel of a file gives back all locks of the process on it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private record Key(int number, int epochs) {}

    private final Path folder;
    private final FileChannel file;
    private final Map<Key, Trial> trials = new HashMap<>();

    private Journal(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /** One that keeps nothing. */
    static Journal none() {
        return new Journal(null, null);
    }

    /**
     * That of a folder.
     *
     * @throws IllegalArgumentException if it is that of another search, saying what differs, or damaged
     * @throws IllegalStateException if another search has it
     */
    static Journal open(Path folder, Map<String, String> identity) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            throw inUse(folder);
        }
        FileChannel file = null;
        try {
            file = FileChannel.open(
                    real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                throw inUse(folder);
            }
            Journal journal = new Journal(real, file);
            journal.read(identity);
            return journal;
        } catch (IOException | RuntimeException failure) {
            if (file != null) {
                file.close();
            }
            OURS.remove(real);
            throw failure;
        }
    }

    private static IllegalStateException inUse(Path folder) {
        return new IllegalStateException("the folder " + folder
                + " is in use by another search: wait until it has ended, or give this one a folder of its own");
    }

    private void read(Map<String, String> identity) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.size())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && file.read(buffer, buffer.position()) >= 0) {
            // until all of it is there
        }
        List<JsonObject> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines.add(parsed(new String(bytes, start, at - start, StandardCharsets.UTF_8), lines.size() + 1));
                start = at + 1;
            }
        }
        file.truncate(start);
        file.position(start);
        if (lines.isEmpty()) {
            JsonObject header = new JsonObject();
            identity.forEach(header::addProperty);
            append(header);
            return;
        }
        requireSame(lines.get(0), identity);
        for (JsonObject line : lines.subList(1, lines.size())) {
            Trial trial = trial(line);
            trials.put(new Key(trial.number(), trial.epochs()), trial);
        }
    }

    private JsonObject parsed(String line, int number) {
        try {
            String json = line.substring(CHECKSUM + 1);
            if (line.substring(0, CHECKSUM).equals(checksum(json))) {
                return JsonParser.parseString(json).getAsJsonObject();
            }
        } catch (StringIndexOutOfBoundsException | JsonParseException | IllegalStateException malformed) {
            throw damaged(number, malformed);
        }
        throw damaged(number, null);
    }

    private IllegalArgumentException damaged(int line, Exception cause) {
        return new IllegalArgumentException(
                "line " + line + " of " + folder.resolve(NAME)
                        + " is damaged: restore the file from a copy, or give the search another folder",
                cause);
    }

    private void requireSame(JsonObject header, Map<String, String> identity) {
        List<String> others = new ArrayList<>();
        identity.forEach((name, now) -> {
            JsonElement then = header.get(name);
            if (then == null || !then.getAsString().equals(now)) {
                others.add(name + " (there " + (then == null ? "none" : then.getAsString()) + ", here " + now + ")");
            }
        });
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("the folder " + folder + " is that of another search: it has other "
                    + String.join("; other ", others) + ". Give this one a folder of its own, or search as before");
        }
    }

    /** What came of a proposal, if it has ended. */
    synchronized Optional<Trial> trial(Proposal proposal) {
        Optional<Trial> known = Optional.ofNullable(trials.get(new Key(proposal.number(), proposal.epochs())));
        known.filter(trial -> !trial.proposal().equals(proposal)).ifPresent(trial -> {
            throw new IllegalArgumentException("the folder " + folder + " has " + trial.proposal()
                    + ", and the search proposes " + proposal + ": give it a folder of its own");
        });
        return known;
    }

    /** Keeps a run, on the disk before it returns. */
    synchronized Trial add(Trial trial) {
        if (file != null) {
            try {
                append(json(trial));
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "trial " + trial.number() + " cannot be written to " + folder + ": " + failure, failure);
            }
        }
        return trial;
    }

    private void append(JsonObject line) throws IOException {
        String json = line.toString();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(checksum(json) + " " + json + "\n");
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    private static String checksum(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private static JsonObject json(Trial trial) {
        JsonObject json = new JsonObject();
        json.addProperty("number", trial.number());
        json.addProperty("model", trial.model());
        json.add("hyperparameters", json(trial.hyperparameters()));
        json.addProperty("epochs", trial.epochs());
        json.addProperty("state", trial.state().name());
        json.addProperty("objective", Double.toString(trial.objective()));
        JsonArray folds = new JsonArray();
        trial.folds().forEach(value -> folds.add(Double.toString(value)));
        json.add("folds", folds);
        json.add("metrics", json(trial.metrics()));
        json.addProperty("reason", trial.reason());
        return json;
    }

    /** As texts, which hold every number, NaN too, to the last bit. */
    private static JsonObject json(Map<String, Double> numbers) {
        JsonObject json = new JsonObject();
        numbers.forEach((name, value) -> json.addProperty(name, Double.toString(value)));
        return json;
    }

    private static Trial trial(JsonObject json) {
        List<Double> folds = new ArrayList<>();
        json.getAsJsonArray("folds").forEach(value -> folds.add(value.getAsDouble()));
        return new Trial(
                json.get("number").getAsInt(),
                json.get("model").getAsString(),
                numbers(json.getAsJsonObject("hyperparameters")),
                json.get("epochs").getAsInt(),
                Trial.State.valueOf(json.get("state").getAsString()),
                Double.parseDouble(json.get("objective").getAsString()),
                folds,
                numbers(json.getAsJsonObject("metrics")),
                json.get("reason").getAsString());
    }

    private static Map<String, Double> numbers(JsonObject json) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        json.entrySet()
                .forEach(entry -> numbers.put(
                        entry.getKey(), Double.parseDouble(entry.getValue().getAsString())));
        return numbers;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            try {
                file.close();
            } finally {
                OURS.remove(folder);
            }
        }
    }
}
