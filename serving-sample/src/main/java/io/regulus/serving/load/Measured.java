package io.regulus.serving.load;

import java.util.List;
import java.util.Locale;

/**
 * What came of a load.
 *
 * @param perSecond answers a second
 * @param sorted latencies of the answers in nanoseconds, from the least
 * @param failures what was said instead of answers
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Measured(double perSecond, long[] sorted, List<String> failures) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Measured of(double seconds, List<Long> latencies, List<String> failures) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(sorted.length / seconds, sorted, List.copyOf(failures));
    }

    /** The least latency that so many in a hundred do not exceed, in milliseconds: the nearest rank. */
    double percentile(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    String text() {
        String line = String.format(
                Locale.ROOT,
                "%.0f requests a second; latency p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.2f ms; %d answers, %d failures",
                perSecond,
                percentile(50),
                percentile(90),
                percentile(99),
                percentile(100),
                sorted.length,
                failures.size());
        return failures.isEmpty() ? line : line + "; first failure: " + failures.get(0);
    }
}
