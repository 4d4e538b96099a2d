package io.regulus.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A saved model: a folder with one file, {@value #FILE_NAME}. Its metadata says which model it is; {@link
 * SealedFile#DIGEST_KEY} covers the metadata and all values, so that a torn or changed file is noticed.
 */
public final class ModelFile {
    /** Name of the file in the folder. */
    public static final String FILE_NAME = "model.safetensors";

    /** In a folder that an export has written. */
    private static final String EXPORT_NAME = "saved_model.pb";

    /** Raised when an older Regulus could no longer read what is written. */
    private static final int FORMAT = 1;

    private static final String FORMAT_KEY = "regulus.format";
    private static final String MODEL_KEY = "regulus.model";
    private static final String VERSION_KEY = "regulus.version";
    private static final String SEED_KEY = "regulus.seed";
    private static final String HYPERPARAMETER_PREFIX = "hyper.";
    private static final String ATTACHMENT_PREFIX = "attached.";

    private ModelFile() {}

    /**
     * Saves a model, in place of any saved there before. The old model stays until the new one is whole and on the
     * disk; where saving fails it stays altogether.
     *
     * @param folder made if it is not there, with those above it
     * @throws IllegalArgumentException if the folder holds a SavedModel, or two variables have the same name
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path folder, ModelState state) {
        requireFolder(folder);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT_KEY, Integer.toString(FORMAT));
        metadata.put(MODEL_KEY, state.modelName());
        metadata.put(VERSION_KEY, LibraryVersion.get());
        metadata.put(SEED_KEY, Long.toString(state.seed()));
        state.hyperparameters().forEach((name, value) -> metadata.put(HYPERPARAMETER_PREFIX + name, value));
        state.attachments().forEach((name, text) -> metadata.put(ATTACHMENT_PREFIX + name, text));
        try {
            if (Files.isRegularFile(folder)) {
                throw new UncheckedIOException(
                        "cannot save " + state.modelName() + " in " + folder
                                + ": it is a file, and a model is saved as a folder; give another path, or move the "
                                + "file away",
                        new NotDirectoryException(folder.toString()));
            }
            if (Files.exists(folder.resolve(EXPORT_NAME))) {
                throw new IllegalArgumentException("cannot save " + state.modelName() + " in " + folder
                        + ": it holds a SavedModel for serving (there is a " + EXPORT_NAME
                        + "), and one would be taken for the other; give a folder of its own");
            }
            Files.createDirectories(folder);
            SealedFile.write(folder.resolve(FILE_NAME), metadata, state.variables());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot save " + state.modelName() + " in " + folder + ": " + failure
                            + ". A model saved there before is untouched",
                    failure);
        }
    }

    /** Deletes what a process that died while it saved has left beside the model, as the next save to the folder does, too. */
    public static void tidy(Path folder) {
        AtomicFile.tidy(folder.resolve(FILE_NAME));
    }

    /**
     * Reads a saved model.
     *
     * @throws SaveFormatException if there is none in the folder, it is an export or a file, or what is there is not of
     *     Regulus, torn or changed
     * @throws NewerFormatException if it is whole, and a newer Regulus has saved it
     * @throws UncheckedIOException if the file cannot be read
     */
    public static ModelState read(Path folder) {
        requireFolder(folder);
        Path path = folder.resolve(FILE_NAME);
        if (Files.isRegularFile(folder)) {
            throw new SaveFormatException("no Regulus model in " + folder + ": it is a file, and a model is a folder; "
                    + "give the folder that was passed to save, such as "
                    + folder.toAbsolutePath().getParent());
        }
        if (!Files.exists(path) && Files.exists(folder.resolve(EXPORT_NAME))) {
            throw new SaveFormatException(
                    "no Regulus model in " + folder + ": it is a SavedModel for serving (there is a "
                            + EXPORT_NAME + "), which cannot be loaded; give a folder that was passed to save, "
                            + "not to exportSavedModel");
        }
        if (!Files.exists(path)) {
            throw new SaveFormatException("no Regulus model in " + folder + ": there is no "
                    + (Files.isDirectory(folder) ? FILE_NAME + " in it" : "such folder")
                    + "; give the folder that was passed to save");
        }
        SafetensorsFile.Content content = SafetensorsFile.read(path);
        Metadata metadata = new Metadata(path, content.metadata());
        int format = format(path, content.metadata().get(FORMAT_KEY));
        // before the format is believed: a damaged file is none of a newer Regulus
        SealedFile.requireWhole(path, content);
        if (format > FORMAT) {
            throw new NewerFormatException(
                    path + ": saved in format " + format + ", but this Regulus (" + LibraryVersion.get()
                            + ") reads up to format " + FORMAT + "; use the newer Regulus that saved it");
        }
        return new ModelState(
                metadata.text(MODEL_KEY),
                metadata.number(SEED_KEY),
                metadata.withPrefix(HYPERPARAMETER_PREFIX),
                metadata.withPrefix(ATTACHMENT_PREFIX),
                content.tensors());
    }

    private static int format(Path path, String format) {
        if (format == null) {
            throw new SaveFormatException(path + ": a safetensors file, but not a model saved by Regulus: it has no "
                    + FORMAT_KEY + "; save a model with Regulus and load that");
        }
        if (!format.matches("[1-9][0-9]{0,8}")) {
            throw new SaveFormatException(
                    path + ": " + FORMAT_KEY + " is '" + format + "', expected a number; restore the file from a copy");
        }
        return Integer.parseInt(format);
    }

    private static void requireFolder(Path folder) {
        Objects.requireNonNull(folder, "the folder of the model is null; give one");
    }
}
