package io.regulus.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Operating system, processor, memory and threads. */
final class MachineCheck implements Check {
    private static final double GIGA = 1L << 30;

    /** A small network with the library that runs it takes about 400 MB. */
    private static final double LEAST_GIGABYTES = 1;

    private static final List<String> THREAD_VARIABLES =
            List.of("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS", "OMP_NUM_THREADS");

    @Override
    public String title() {
        return "Machine";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " on "
                + System.getProperty("os.arch");
        Optional<String> platform = Platforms.here();
        findings.add(
                platform.isPresent()
                        ? Finding.good(system + ": TensorFlow's platform " + platform.orElseThrow())
                        : Finding.bad(
                                system + ": TensorFlow Java has no native library for it",
                                "run on one of " + String.join(", ", Platforms.ALL)));
        findings.add(memory());
        findings.add(Finding.good(Runtime.getRuntime().availableProcessors()
                + " processors for this JVM; models use them as the guide says" + " under \"Threads\""));
        THREAD_VARIABLES.stream()
                .filter(name -> System.getenv(name) != null)
                .map(name -> Finding.note(
                        name + " = " + System.getenv(name) + " is set in the environment",
                        "unset it if that many threads are not meant; Settings.withThreads says it per program"))
                .forEach(findings::add);
        return findings;
    }

    private static Finding memory() {
        double total =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() / GIGA;
        double heap = Runtime.getRuntime().maxMemory() / GIGA;
        String text = String.format(
                Locale.ROOT,
                "%.1f GB of memory, of which Java objects may take %.1f; TensorFlow's is beside them",
                total,
                heap);
        return total - heap < LEAST_GIGABYTES
                ? Finding.note(text, "leave TensorFlow a gigabyte at least: a smaller -Xmx, or a larger container")
                : Finding.good(text);
    }
}
