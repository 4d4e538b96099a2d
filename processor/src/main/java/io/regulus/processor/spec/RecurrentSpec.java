package io.regulus.processor.spec;

import io.regulus.annotations.Initializer;
import java.util.function.IntUnaryOperator;

/** {@code @Lstm} or {@code @Gru} as written. */
public record RecurrentSpec(
        Usage usage,
        Kind kind,
        Written<Integer> units,
        boolean returnSequences,
        boolean useBias,
        Written<Boolean> variant,
        Initializer kernelInitializer,
        Initializer recurrentInitializer)
        implements OpSpec {
    /** The two cells; {@code variant} is whether the one's forget bias starts at 1, whether the other resets after the product. */
    public enum Kind {
        LSTM("Lstm", 4),
        GRU("Gru", 3);

        private final String type;
        private final int gates;

        Kind(String type, int gates) {
            this.type = type;
            this.gates = gates;
        }

        /** Name of the annotation, and of the class at run time. */
        public String type() {
            return type;
        }

        /** How many values of the kernel's output make one of the layer's. */
        public int gates() {
            return gates;
        }
    }

    @Override
    public Slot slot() {
        return Slot.LAYER;
    }

    @Override
    public boolean keepsSteps() {
        return returnSequences;
    }

    @Override
    public boolean usesMask() {
        return true;
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new RecurrentSpec(
                usage.sized("units", size),
                kind,
                units.with(size.applyAsInt(units.value())),
                returnSequences,
                useBias,
                variant,
                kernelInitializer,
                recurrentInitializer);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.recurrent(this);
    }
}
