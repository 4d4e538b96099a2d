package io.regulus.processor.spec;

/** Something random that a field does last, in training only. */
public sealed interface NoiseSpec extends OpSpec
        permits DropoutSpec,
                SpatialDropoutSpec,
                GaussianNoiseSpec,
                GaussianDropoutSpec,
                AlphaDropoutSpec,
                DropPathSpec {
    @Override
    default Slot slot() {
        return Slot.NOISE;
    }
}
