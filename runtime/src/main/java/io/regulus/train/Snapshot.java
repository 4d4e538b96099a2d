package io.regulus.train;

import java.util.Map;

/** The weights and moving statistics of a model at a moment of a fit, without the state of the optimizer. */
public final class Snapshot {
    private final Map<String, byte[]> values;

    Snapshot(Map<String, byte[]> values) {
        this.values = values;
    }

    Map<String, byte[]> values() {
        return values;
    }
}
