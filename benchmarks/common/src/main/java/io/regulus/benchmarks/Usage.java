package io.regulus.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used of the machine. */
public final class Usage {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private Usage() {}

    /** Processor time of all threads, native ones included. */
    public static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The largest resident memory so far; NaN where the operating system is not Linux. */
    static double peakMegabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(PEAK)) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return Double.NaN;
    }
}
