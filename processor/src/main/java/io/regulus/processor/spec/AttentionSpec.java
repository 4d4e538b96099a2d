package io.regulus.processor.spec;

/** An attention that one or several sequences come into. */
public sealed interface AttentionSpec extends OpSpec permits MultiHeadAttentionSpec, ScoredAttentionSpec {
    /** Whether a step sees itself and the steps before it only. */
    boolean causal();

    @Override
    default Slot slot() {
        return Slot.LAYER;
    }

    /** The output has the steps of the query. */
    @Override
    default boolean keepsSteps() {
        return true;
    }

    @Override
    default boolean usesMask() {
        return true;
    }
}
