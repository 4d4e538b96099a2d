package io.regulus.doctor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs. */
final class JvmCheck implements Check {
    /** The first whose JVM warns of native libraries and of Unsafe. */
    private static final int WARNS = 24;

    private final int feature;
    private final List<String> options;

    JvmCheck() {
        this(Runtime.version().feature(), ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /**
     * For a JVM that need not be this one.
     *
     * @param feature its version, such as 17
     * @param options it was started with
     */
    JvmCheck(int feature, List<String> options) {
        this.feature = feature;
        this.options = options;
    }

    @Override
    public String title() {
        return "Java";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.good("Java " + System.getProperty("java.version") + " of " + System.getProperty("java.vendor")
                        + ", " + System.getProperty("java.vm.name") + ", in " + System.getProperty("java.home")));
        boolean wordy = feature >= WARNS && !has("--enable-native-access");
        if (wordy) {
            findings.add(Finding.note(
                    "this Java prints warnings when native libraries are loaded",
                    "start it with --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"));
        }
        if (System.getenv("TF_CPP_MIN_LOG_LEVEL") == null) {
            findings.add(Finding.note(
                    "TensorFlow's log is on: it tells of the processor and of GPUs on standard error",
                    "set TF_CPP_MIN_LOG_LEVEL=2 in the environment (not as a system property) to have errors only"));
        }
        return findings;
    }

    private boolean has(String option) {
        return options.stream().anyMatch(given -> given.startsWith(option));
    }
}
