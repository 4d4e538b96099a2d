package io.regulus.engine;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts predictions, from any number of threads. */
final class UsageMeter {
    private final LongAdder runs = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Counts a run that has ended well. */
    void add(long ofRows, long ofNanos) {
        runs.increment();
        rows.add(ofRows);
        nanos.add(ofNanos);
    }

    Usage usage() {
        return new Usage(runs.sum(), rows.sum(), Duration.ofNanos(nanos.sum()));
    }
}
