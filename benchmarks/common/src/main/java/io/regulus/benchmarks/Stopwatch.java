package io.regulus.benchmarks;

/** Wall and processor time since a moment. */
final class Stopwatch {
    private final long wall = System.nanoTime();
    private final long cpu = Usage.cpuNanos();

    double seconds() {
        return (System.nanoTime() - wall) / 1e9;
    }

    double cpuMillis() {
        return (Usage.cpuNanos() - cpu) / 1e6;
    }
}
