package io.regulus.processor.spec;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;

/** A layer with a kernel: what dense and convolution layers have in common. */
public sealed interface WeightedSpec extends OpSpec permits DenseSpec, ConvolutionSpec, Conv2DTransposeSpec {
    /** The activation written in the layer itself. */
    Written<ActivationFunction> activation();

    /** Whether a bias is added; where it is not written, that depends on the field's norm. */
    Written<Boolean> useBias();

    /** How the kernel is drawn. */
    Initializer kernelInitializer();

    @Override
    default Slot slot() {
        return Slot.LAYER;
    }
}
