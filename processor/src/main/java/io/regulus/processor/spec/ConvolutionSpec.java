package io.regulus.processor.spec;

import io.regulus.annotations.Padding;
import java.util.List;

/** A layer that slides a kernel over an image or a sequence. Its numbers are one for all directions, or one for each. */
public sealed interface ConvolutionSpec extends WeightedSpec
        permits Conv1DSpec, Conv2DSpec, DepthwiseConv2DSpec, SeparableConv2DSpec {
    /** Size of the window. */
    Written<List<Integer>> kernel();

    /** Step of the window. */
    Written<List<Integer>> strides();

    /** What happens at the border. */
    Padding padding();

    /** Distance of the values that a window reads. */
    Written<List<Integer>> dilation();
}
