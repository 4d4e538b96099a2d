package io.regulus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Variables of a model at a moment of a fit: its weights and moving statistics, and its optimizer's state where that was asked for. */
public final class Snapshot {
    private final Map<String, byte[]> values;

    /**
     * Of values, which are shared, not copied.
     *
     * @param values little-endian, by name of the variable
     */
    public Snapshot(Map<String, byte[]> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values by name of the variable, little-endian; shared, not copied: leave them unchanged. */
    public Map<String, byte[]> values() {
        return values;
    }
}
