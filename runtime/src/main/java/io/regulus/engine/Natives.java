package io.regulus.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.ConfigProto;

/** Loads TensorFlow's native library once, with a message that helps where it is missing. */
public final class Natives {
    /** Where the native jar of a platform keeps its libraries. */
    private static final String FOLDER = "org/tensorflow/internal/c_api/";

    private static boolean loaded;

    /** Asked of the class path once and not for every model. */
    private static final class GpuBuild {
        static final boolean PRESENT = onClassPath(gpu(Loader.getPlatform()));
    }

    private Natives() {}

    /**
     * Makes sure that TensorFlow can be called. Every model does it; code that calls TensorFlow before it makes one does it first.
     *
     * @throws MissingNativesException saying which dependency to add, if it cannot
     */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        String platform = Loader.getPlatform();
        if (!onClassPath(platform) && !onClassPath(gpu(platform))) {
            throw new MissingNativesException(missing(platform), null);
        }
        announceUnpacking(platform);
        Preloading.start();
        try {
            TensorFlow.version();
            loaded = true;
        } catch (LinkageError failure) {
            throw new MissingNativesException(
                    "TensorFlow's native library for " + platform + " is there but does not load: "
                            + failure.getMessage()
                            + ". It needs glibc 2.31 or newer on Linux, and with a -gpu classifier CUDA 12 and cuDNN.",
                    failure);
        }
    }

    /**
     * The devices of this machine that TensorFlow finds, such as {@code CPU:0} and {@code GPU:0}. Asks a session of its own.
     *
     * @throws MissingNativesException saying which dependency to add, if TensorFlow cannot be called
     */
    public static List<String> devices() {
        load();
        return Devices.names(ConfigProto.getDefaultInstance());
    }

    /** Whether the build for GPUs is what is loaded. */
    static boolean haveGpuBuild() {
        return GpuBuild.PRESENT;
    }

    private static String gpu(String platform) {
        return platform + "-gpu";
    }

    private static boolean onClassPath(String platform) {
        // asked of the class loader and not of a class: as modules, the natives are another module than TensorFlow's
        // classes
        ClassLoader loader = TensorFlow.class.getClassLoader();
        return loader.getResource(FOLDER + platform + "/" + System.mapLibraryName("jnitensorflow")) != null;
    }

    static String missing(String platform) {
        return "TensorFlow's native library for " + platform + " is not on the class path. Add it to your build:\n"
                + "  <dependency>\n"
                + "    <groupId>org.tensorflow</groupId>\n"
                + "    <artifactId>tensorflow-core-native</artifactId>\n"
                + "    <version>1.1.0</version>\n"
                + "    <classifier>" + platform + "</classifier>\n"
                + "    <scope>runtime</scope>\n"
                + "  </dependency>\n"
                + "(for an NVIDIA GPU on Linux the classifier is linux-x86_64-gpu).";
    }

    /** The library is copied out of its jar once per machine: several seconds in which nothing else would be said. */
    private static void announceUnpacking(String platform) {
        if (!Boolean.getBoolean("regulus.quiet") && !unpacked(platform)) {
            System.err.println("Regulus: unpacking TensorFlow's native library for " + platform
                    + " (about 650 MB, once per machine) ...");
        }
    }

    private static boolean unpacked(String platform) {
        try {
            Path cache = Loader.getCacheDir().toPath();
            if (!Files.isDirectory(cache)) {
                return false;
            }
            try (DirectoryStream<Path> jars =
                    Files.newDirectoryStream(cache, "tensorflow-core-native-*" + platform + "*")) {
                return jars.iterator().hasNext();
            }
        } catch (IOException unreadable) {
            // without a readable cache it will be unpacked again: say so
            return false;
        }
    }
}
