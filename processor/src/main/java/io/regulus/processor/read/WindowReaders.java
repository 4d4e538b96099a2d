package io.regulus.processor.read;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Interpolation;
import io.regulus.annotations.Padding;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.UpSamplingSpec;
import io.regulus.processor.spec.Written;
import java.util.List;

/** Reads the annotations that slide a window over an image or a sequence. */
final class WindowReaders {
    private WindowReaders() {}

    static OpSpec conv1D(AnnotationUse use) {
        return new Conv1DSpec(
                use.usage(),
                use.integer("filters"),
                single(use, "kernel"),
                single(use, "strides"),
                use.constant("padding", Padding.class),
                use.flag("causal").value(),
                single(use, "dilation"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    static OpSpec conv2D(AnnotationUse use) {
        return new Conv2DSpec(
                use.usage(),
                use.integer("filters"),
                use.integers("kernel"),
                use.integers("strides"),
                padding(use),
                use.integers("dilation"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    static OpSpec conv2DTranspose(AnnotationUse use) {
        return new Conv2DTransposeSpec(
                use.usage(),
                use.integer("filters"),
                use.integers("kernel"),
                use.integers("strides"),
                padding(use),
                use.integers("outputPadding"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    static OpSpec depthwiseConv2D(AnnotationUse use) {
        return new DepthwiseConv2DSpec(
                use.usage(),
                use.integers("kernel"),
                single(use, "strides"),
                padding(use),
                use.integer("depthMultiplier"),
                use.integers("dilation"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    static OpSpec separableConv2D(AnnotationUse use) {
        return new SeparableConv2DSpec(
                use.usage(),
                use.integer("filters"),
                use.integers("kernel"),
                single(use, "strides"),
                padding(use),
                use.integer("depthMultiplier"),
                use.integers("dilation"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    /** A pooling of sequences. Its strides are a number with a default, and mean the window where they are not written. */
    static OpSpec pool1D(AnnotationUse use, boolean max) {
        Written<Integer> strides = use.integer("strides");
        List<Integer> steps = strides.explicit() ? List.of(strides.value()) : List.of();
        return new PoolSpec(
                use.usage(),
                max,
                true,
                single(use, "pool"),
                new Written<>(steps, strides.explicit(), strides.place()),
                padding(use));
    }

    static OpSpec pool2D(AnnotationUse use, boolean max) {
        return new PoolSpec(use.usage(), max, false, use.integers("pool"), use.integers("strides"), padding(use));
    }

    static OpSpec upSampling(AnnotationUse use) {
        return new UpSamplingSpec(
                use.usage(),
                use.integers("size"),
                use.constant("interpolation", Interpolation.class).value());
    }

    private static Padding padding(AnnotationUse use) {
        return use.constant("padding", Padding.class).value();
    }

    private static Written<List<Integer>> single(AnnotationUse use, String element) {
        Written<Integer> number = use.integer(element);
        return new Written<>(List.of(number.value()), number.explicit(), number.place());
    }
}
