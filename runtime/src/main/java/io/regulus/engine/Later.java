package io.regulus.engine;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Ops that a first step does without: added to the graph when they are first asked for, and then with no run in flight, for a
 * graph must not grow under one.
 *
 * @param <T> what is known of them
 */
final class Later<T> {
    private final Supplier<T> add;
    private final Lock noRuns;
    private volatile T value;

    /**
     * Not added yet.
     *
     * @param noRuns while it is held, nothing runs; the thread that asks must not itself be keeping it from being taken
     */
    Later(Lock noRuns, Supplier<T> add) {
        this.noRuns = noRuns;
        this.add = add;
    }

    T get() {
        if (value == null) {
            noRuns.lock();
            try {
                if (value == null) {
                    value = add.get();
                }
            } finally {
                noRuns.unlock();
            }
        }
        return value;
    }
}
