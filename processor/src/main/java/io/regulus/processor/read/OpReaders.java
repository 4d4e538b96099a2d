package io.regulus.processor.read;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.annotations.Merge;
import io.regulus.annotations.Statistics;
import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.ActivityRegularizationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.BidirectionalSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DotSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.GaussianNoiseSpec;
import io.regulus.processor.spec.GlobalPoolSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.InstanceNormSpec;
import io.regulus.processor.spec.LayerNormSpec;
import io.regulus.processor.spec.MultiplySpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PermuteSpec;
import io.regulus.processor.spec.PositionEmbeddingSpec;
import io.regulus.processor.spec.PositionalEncodingSpec;
import io.regulus.processor.spec.ReshapeSpec;
import io.regulus.processor.spec.RmsNormSpec;
import io.regulus.processor.spec.SpatialDropoutSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads the annotations that are operations of a layer; a new operation is a new entry. */
final class OpReaders {
    static final Map<String, Function<AnnotationUse, OpSpec>> BY_NAME = Map.ofEntries(
            Map.entry("Add", use -> new AddSpec(use.usage())),
            Map.entry("Concat", use -> new ConcatSpec(use.usage())),
            Map.entry("Multiply", use -> new MultiplySpec(use.usage())),
            Map.entry(
                    "Dot",
                    use -> new DotSpec(
                            use.usage(),
                            use.integers("axes"),
                            use.flag("normalize").value())),
            Map.entry("Dense", OpReaders::dense),
            Map.entry("Conv1D", WindowReaders::conv1D),
            Map.entry("Conv2D", WindowReaders::conv2D),
            Map.entry("Conv2DTranspose", WindowReaders::conv2DTranspose),
            Map.entry("DepthwiseConv2D", WindowReaders::depthwiseConv2D),
            Map.entry("SeparableConv2D", WindowReaders::separableConv2D),
            Map.entry("Embedding", OpReaders::embedding),
            Map.entry("MultiHeadAttention", AttentionReaders::multiHeadAttention),
            Map.entry("Attention", use -> AttentionReaders.scored(use, false)),
            Map.entry("AdditiveAttention", use -> AttentionReaders.scored(use, true)),
            Map.entry("TransformerBlock", AttentionReaders::transformerBlock),
            Map.entry("PositionalEncoding", use -> new PositionalEncodingSpec(use.usage())),
            Map.entry(
                    "PositionEmbedding",
                    use -> new PositionEmbeddingSpec(
                            use.usage(),
                            use.constant("initializer", Initializer.class).value())),
            Map.entry("Lstm", RecurrentReaders::lstm),
            Map.entry("Gru", RecurrentReaders::gru),
            Map.entry(
                    "Bidirectional",
                    use -> new BidirectionalSpec(
                            use.usage(), use.constant("merge", Merge.class).value())),
            Map.entry("BatchNorm", OpReaders::batchNorm),
            Map.entry("LayerNorm", use -> new LayerNormSpec(use.usage())),
            Map.entry("GroupNorm", use -> new GroupNormSpec(use.usage(), use.integer("groups"))),
            Map.entry("InstanceNorm", use -> new InstanceNormSpec(use.usage())),
            Map.entry("RmsNorm", use -> new RmsNormSpec(use.usage())),
            Map.entry("Activation", OpReaders::activation),
            Map.entry("MaxPool1D", use -> WindowReaders.pool1D(use, true)),
            Map.entry("AvgPool1D", use -> WindowReaders.pool1D(use, false)),
            Map.entry("MaxPool2D", use -> WindowReaders.pool2D(use, true)),
            Map.entry("AvgPool2D", use -> WindowReaders.pool2D(use, false)),
            Map.entry("GlobalMaxPool1D", use -> new GlobalPoolSpec(use.usage(), true, true)),
            Map.entry("GlobalAvgPool1D", use -> new GlobalPoolSpec(use.usage(), false, true)),
            Map.entry("GlobalMaxPool2D", use -> new GlobalPoolSpec(use.usage(), true, false)),
            Map.entry("GlobalAvgPool2D", use -> new GlobalPoolSpec(use.usage(), false, false)),
            Map.entry("UpSampling2D", WindowReaders::upSampling),
            Map.entry("Flatten", use -> new FlattenSpec(use.usage())),
            Map.entry("Reshape", use -> new ReshapeSpec(use.usage(), use.integers("value"))),
            Map.entry("Permute", use -> new PermuteSpec(use.usage(), use.integers("value"))),
            Map.entry("ActivityRegularization", use -> new ActivityRegularizationSpec(use.usage())),
            Map.entry("SpatialDropout", use -> new SpatialDropoutSpec(use.usage())),
            Map.entry("GaussianNoise", use -> new GaussianNoiseSpec(use.usage())),
            Map.entry("GaussianDropout", use -> new GaussianDropoutSpec(use.usage())),
            Map.entry("AlphaDropout", use -> new AlphaDropoutSpec(use.usage())),
            Map.entry("DropPath", use -> new DropPathSpec(use.usage())),
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
}
