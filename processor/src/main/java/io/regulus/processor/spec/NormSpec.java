package io.regulus.processor.spec;

/** A norm: what those of the norm's place in a field have in common. */
public sealed interface NormSpec extends OpSpec
        permits BatchNormSpec, LayerNormSpec, GroupNormSpec, InstanceNormSpec, RmsNormSpec {
    /** Whether it adds a shift, which stands in for the bias of a layer before it. */
    boolean hasShift();

    @Override
    default Slot slot() {
        return Slot.NORM;
    }
}
