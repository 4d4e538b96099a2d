package io.regulus.engine;

import io.regulus.ops.Clearing;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** The weights that are kept at 0 from one step to the next, where somebody asked for it. */
final class Pruned {
    private final Runs runs;
    private final LiveState state;
    private final Later<Map<String, Clearing>> clearings;
    private Optional<HeldZeros> zeros = Optional.empty();

    Pruned(Parts parts, LiveState state) {
        this.runs = parts.runs();
        this.state = state;
        this.clearings = runs.later(() -> Clearing.all(
                parts.tf().withSubScope("clearing"),
                parts.variables(),
                parts.plan().averaged()));
    }

    /** See {@link Training#holdZeros(Map)}. */
    void hold(Map<String, BitSet> places) {
        if (places.isEmpty()) {
            runs.alone(this::release);
            return;
        }
        Map<String, Clearing> ops = clearings.get();
        for (String name : places.keySet()) {
            if (!ops.containsKey(name)) {
                throw new IllegalArgumentException("no weight '" + name + "'; there are " + ops.keySet());
            }
        }
        runs.replacing(() -> {
            release();
            zeros = Optional.of(new HeldZeros(runs.session(), ops, places));
            zeros.get().hold();
            state.replaced();
        });
    }

    /** Makes them 0 again; within a step. */
    void hold() {
        zeros.ifPresent(HeldZeros::hold);
    }

    /** Holds nothing any more, and frees what says what was held; with no run in flight. */
    void release() {
        zeros.ifPresent(HeldZeros::close);
        zeros = Optional.empty();
    }
}
