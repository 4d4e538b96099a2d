package io.regulus.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The platforms that TensorFlow Java has native libraries for, by the names of their classifiers. */
final class Platforms {
    static final String GPU = "linux-x86_64-gpu";
    static final List<String> ALL = List.of("linux-x86_64", GPU, "linux-arm64", "macosx-arm64", "windows-x86_64");

    private Platforms() {}

    /** This machine's, for the CPU. */
    static Optional<String> here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * A machine's.
     *
     * @param system as Java's os.name
     * @param processor as Java's os.arch
     */
    static Optional<String> of(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        boolean intel = processor.equals("amd64") || processor.equals("x86_64");
        if (name.startsWith("linux")) {
            return arm
                    ? Optional.of("linux-arm64")
                    : Optional.of("linux-x86_64").filter(any -> intel);
        }
        if (name.startsWith("mac")) {
            return Optional.of("macosx-arm64").filter(any -> arm);
        }
        return Optional.of("windows-x86_64").filter(any -> intel && name.startsWith("windows"));
    }

    /** Where the jar of a platform keeps the library that Java calls. */
    static String library(String platform) {
        String file = platform.startsWith("windows")
                ? "jnitensorflow.dll"
                : "libjnitensorflow." + (platform.startsWith("macosx") ? "dylib" : "so");
        return "org/tensorflow/internal/c_api/" + platform + "/" + file;
    }
}
