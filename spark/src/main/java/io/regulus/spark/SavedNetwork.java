package io.regulus.spark;

import com.google.gson.JsonObject;
import io.regulus.engine.Settings;
import io.regulus.json.CheckedJson;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.spark.cluster.Digests;
import io.regulus.spark.job.HistoryText;
import io.regulus.train.History;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trained network: the files of the folder that {@code XModel.load} takes, and what of it the files do not say. No record, and no
 * unmodifiable collection: Spark's Kryo serializer, which a user may have chosen, reads neither.
 */
final class SavedNetwork implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int FORMAT = 1;
    private static final String CLASSES = "classes";
    private static final String HISTORY = "history";

    private final TreeMap<String, byte[]> files;
    private final String[] classNames;
    private final String history;
    private final String id;

    /**
     * @param classNames in the order of their labels; none where they have no names
     */
    SavedNetwork(Map<String, byte[]> files, List<String> classNames, History history) {
        this(files, classNames, HistoryText.write(history));
    }

    private SavedNetwork(Map<String, byte[]> files, List<String> classNames, String history) {
        this.files = new TreeMap<>(files);
        this.classNames = classNames.toArray(String[]::new);
        this.history = history;
        this.id = digest();
    }

    /** What was written: the files, and what stands beside them. */
    static SavedNetwork of(Map<String, byte[]> files, String about) {
        CheckedJson json = CheckedJson.parse("what is saved beside the network", FORMAT, about);
        return new SavedNetwork(files, json.texts(CLASSES), json.text(HISTORY));
    }

    /** What is to stand beside the files. */
    String about() {
        JsonObject json = CheckedJson.object(FORMAT);
        json.add(CLASSES, CheckedJson.array(List.of(classNames)));
        json.addProperty(HISTORY, history);
        return json.toString();
    }

    Map<String, byte[]> files() {
        return files;
    }

    List<String> classNames() {
        return List.of(classNames);
    }

    History history() {
        return HistoryText.read(history);
    }

    /** The same for networks of the same files alone; it is sent with the network, so that no executor has to go over all weights for it. */
    String id() {
        return id;
    }

    private String digest() {
        MessageDigest digest = Digests.sha256();
        files.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The model, the caller's to close. */
    <M extends Model> M load(ModelType<M> type, Settings settings) {
        try {
            Path folder = Files.createTempDirectory("regulus-model");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                return type.load(folder, settings);
            } finally {
                for (String file : files.keySet()) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot write the network to the folder for temporary files, from where it is loaded: " + failure,
                    failure);
        }
    }
}
