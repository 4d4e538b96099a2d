package io.regulus.kernels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.tensorflow.TensorFlow;

/** Takes the native library from where it is and hands it to TensorFlow. */
final class Library {
    /** Start of TensorFlow's version that the library declares the functions of: tensorflow.h. */
    private static final String TENSORFLOW = "2.18.";

    private Library() {}

    /**
     * What came of loading.
     *
     * @param found whether there was a library to load
     * @param level instruction set that the library chose; empty where it could not be loaded
     * @param problem why not; empty where it could
     */
    record Outcome(boolean found, Optional<Kernels.Level> level, Optional<String> problem) {
        private static Outcome missing() {
            return new Outcome(
                    false,
                    Optional.empty(),
                    Optional.of(
                            "The native kernels, regulus-kernels-native, are neither on the class path nor on the module path."));
        }

        private static Outcome loaded(Kernels.Level level) {
            return new Outcome(true, Optional.of(level), Optional.empty());
        }

        static Outcome unusable(String reason) {
            return new Outcome(true, Optional.empty(), Optional.of(reason));
        }

        static Outcome unusable(Throwable cause) {
            return unusable("The native kernels cannot be loaded (" + cause + ").");
        }
    }

    static Outcome load() {
        try {
            // by this class's loader and not the thread's: the ops belong to the process, not to a thread
            Optional<NativeLibrary> source = ServiceLoader.load(NativeLibrary.class, Library.class.getClassLoader())
                    .findFirst();
            return source.isPresent() ? load(source.get()) : Outcome.missing();
        } catch (IOException | ServiceConfigurationError e) {
            return Outcome.unusable(e);
        }
    }

    private static Outcome load(NativeLibrary source) throws IOException {
        String platform = platform();
        Optional<InputStream> library = source.open(platform);
        if (library.isEmpty()) {
            return Outcome.unusable("The native kernels do not exist for " + platform + ".");
        }
        try (InputStream bytes = library.get()) {
            if (!TensorFlow.version().startsWith(TENSORFLOW)) {
                return Outcome.unusable("The native kernels are for TensorFlow " + TENSORFLOW + "x; this is "
                        + TensorFlow.version() + ".");
            }
            // of several class loaders one gets past here: gradients are the process's. Loaded twice, each op would
            // have two kernels, and TensorFlow would run neither
            return KernelGradients.register()
                    ? load(bytes)
                    : Outcome.unusable("The native kernels were loaded already, by another class loader.");
        }
    }

    /** By the names that TensorFlow Java's artifacts use. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return system + "-" + (processor.equals("amd64") ? "x86_64" : processor);
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
                    .map(code -> Outcome.loaded(Kernels.Level.of(code)))
                    .findFirst()
                    .orElseGet(() -> Outcome.unusable(
                            "TensorFlow " + TensorFlow.version() + " did not accept the native kernels."));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
