package io.regulus.processor.spec;

import io.regulus.annotations.Initializer;
import java.util.function.IntUnaryOperator;

/** {@code @MultiHeadAttention} as written. */
public record MultiHeadAttentionSpec(
        Usage usage,
        Written<Integer> heads,
        Written<Integer> keyDim,
        Written<Integer> valueDim,
        boolean useBias,
        Written<Integer> outputs,
        boolean causal,
        Initializer kernelInitializer)
        implements AttentionSpec {
    /** The query, and the value where it is another. */
    @Override
    public int mostInputs() {
        return 2;
    }

    @Override
    public OpSpec sized(IntUnaryOperator size) {
        return new MultiHeadAttentionSpec(
                usage.sized("heads", size)
                        .sized("keyDim", size)
                        .sized("valueDim", size)
                        .sized("outputs", size),
                heads.with(size.applyAsInt(heads.value())),
                keyDim.with(size.applyAsInt(keyDim.value())),
                valueDim.with(size.applyAsInt(valueDim.value())),
                useBias,
                outputs.with(size.applyAsInt(outputs.value())),
                causal,
                kernelInitializer);
    }

    /** Features of the value in a head. */
    public int headValues() {
        return valueDim.value() == 0 ? keyDim.value() : valueDim.value();
    }

    /** Features of the output, for a query of so many. */
    public int outputs(int queryFeatures) {
        return outputs.value() == 0 ? queryFeatures : outputs.value();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multiHeadAttention(this);
    }
}
