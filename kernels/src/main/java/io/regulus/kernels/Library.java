package io.regulus.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.tensorflow.TensorFlow;

/** Takes the native library out of the jar and hands it to TensorFlow. */
final class Library {
    private static final String RESOURCE = "io/regulus/kernels/linux-x86_64/libregulus_kernels.so";

    private Library() {}

    /**
     * What came of loading.
     *
     * @param level instruction set that the library chose; empty where it could not be loaded
     * @param problem why not; empty where it could
     */
    record Outcome(Optional<Kernels.Level> level, Optional<String> problem) {
        private static Outcome failed(String reason) {
            return new Outcome(Optional.empty(), Optional.of(reason));
        }
    }

    static Outcome load() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.toLowerCase(Locale.ROOT).equals("linux amd64")) {
            return Outcome.failed("The native kernels exist for Linux on x86-64 only; this is " + platform + ".");
        }
        // asked of the class loader and not of a class: as modules, the library is another module than this one
        try (InputStream library = Library.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (library == null) {
                return Outcome.failed("The native kernels, regulus-kernels-native, are not on the class path.");
            }
            return load(library);
        } catch (IOException | LinkageError e) {
            return Outcome.failed("The native kernels cannot be loaded: " + e);
        }
    }

    /**
     * The file is new, belongs to this user alone and is gone once loaded: nobody can slip in another, and no copy is left
     * behind. A mapped library outlives its name on Linux.
     */
    private static Outcome load(InputStream library) throws IOException {
        Path file = Files.createTempFile("regulus-kernels-", ".so");
        try {
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return TensorFlow.loadLibrary(file.toString()).getOpList().stream()
                    .filter(op -> op.getName().equals(Kernels.LEVEL_OP))
                    .map(op -> op.getAttr(0).getDefaultValue().getI())
                    .map(code -> new Outcome(Optional.of(Kernels.Level.of(code)), Optional.empty()))
                    .findFirst()
                    .orElseGet(() -> Outcome.failed(
                            "TensorFlow " + TensorFlow.version() + " did not accept the native kernels."));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
