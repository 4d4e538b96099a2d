package io.regulus.processor.read;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Padding;
import io.regulus.annotations.Statistics;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AvgPool2DSpec;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.GlobalAvgPool2DSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.LayerNormSpec;
import io.regulus.processor.spec.MaxPool2DSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.RmsNormSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads the annotations that are operations of a layer; a new operation is a new entry. */
final class OpReaders {
    static final Map<String, Function<AnnotationUse, OpSpec>> BY_NAME = Map.ofEntries(
            Map.entry("Add", use -> new AddSpec(use.usage())),
            Map.entry("Concat", use -> new ConcatSpec(use.usage())),
            Map.entry("Dense", OpReaders::dense),
            Map.entry("Conv2D", OpReaders::conv2D),
            Map.entry("Embedding", OpReaders::embedding),
            Map.entry("BatchNorm", OpReaders::batchNorm),
            Map.entry("LayerNorm", use -> new LayerNormSpec(use.usage())),
            Map.entry("GroupNorm", use -> new GroupNormSpec(use.usage(), use.integer("groups"))),
            Map.entry("RmsNorm", use -> new RmsNormSpec(use.usage())),
            Map.entry("Activation", OpReaders::activation),
            Map.entry("MaxPool2D", OpReaders::maxPool2D),
            Map.entry("AvgPool2D", OpReaders::avgPool2D),
            Map.entry("GlobalAvgPool2D", use -> new GlobalAvgPool2DSpec(use.usage())),
            Map.entry("Flatten", use -> new FlattenSpec(use.usage())),
            Map.entry("Dropout", use -> new DropoutSpec(use.usage())));

    private OpReaders() {}

    private static OpSpec dense(AnnotationUse use) {
        return new DenseSpec(
                use.usage(),
                use.integer("units"),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    private static OpSpec conv2D(AnnotationUse use) {
        return new Conv2DSpec(
                use.usage(),
                use.integer("filters"),
                use.integers("kernel"),
                use.integers("strides"),
                use.constant("padding", Padding.class).value(),
                use.constant("activation", ActivationFunction.class),
                use.flag("useBias"),
                use.constant("kernelInitializer", Initializer.class).value());
    }

    private static OpSpec embedding(AnnotationUse use) {
        return new EmbeddingSpec(
                use.usage(),
                use.integer("vocabulary"),
                use.integer("units"),
                use.flag("maskZero"),
                use.constant("embeddingsInitializer", Initializer.class).value());
    }

    private static OpSpec batchNorm(AnnotationUse use) {
        return new BatchNormSpec(
                use.usage(), use.constant("statistics", Statistics.class).value());
    }

    private static OpSpec activation(AnnotationUse use) {
        return new ActivationSpec(
                use.usage(), use.constant("value", ActivationFunction.class).value(), use.number("negativeSlope"));
    }

    private static OpSpec maxPool2D(AnnotationUse use) {
        return new MaxPool2DSpec(
                use.usage(),
                use.integers("pool"),
                use.integers("strides"),
                use.constant("padding", Padding.class).value());
    }

    private static OpSpec avgPool2D(AnnotationUse use) {
        return new AvgPool2DSpec(
                use.usage(),
                use.integers("pool"),
                use.integers("strides"),
                use.constant("padding", Padding.class).value());
    }
}
