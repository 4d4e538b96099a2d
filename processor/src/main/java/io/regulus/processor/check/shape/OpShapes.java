package io.regulus.processor.check.shape;

import io.regulus.processor.spec.ActivationSpec;
import io.regulus.processor.spec.ActivityRegularizationSpec;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.BidirectionalSpec;
import io.regulus.processor.spec.ConcatSpec;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.DotSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.EmbeddingSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FlattenSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.GaussianNoiseSpec;
import io.regulus.processor.spec.GlobalPoolSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.InstanceNormSpec;
import io.regulus.processor.spec.LayerNormSpec;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.MultiplySpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PermuteSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.PositionEmbeddingSpec;
import io.regulus.processor.spec.PositionalEncodingSpec;
import io.regulus.processor.spec.RecurrentSpec;
import io.regulus.processor.spec.ReshapeSpec;
import io.regulus.processor.spec.RmsNormSpec;
import io.regulus.processor.spec.ScoredAttentionSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.SpatialDropoutSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.TransformerBlockSpec;
import io.regulus.processor.spec.UpSamplingSpec;
import java.util.List;
import java.util.Optional;

/**
 * The shape that each operation gives, or nothing where that cannot be told. The numbers of the operation are known to be
 * in range.
 *
 * @param field the layer
 * @param names names of what the layer reads
 * @param inputs the shapes that come in: one, or several before the merge
 * @param report where to say what does not fit
 */
record OpShapes(FieldSpec field, List<String> names, List<TensorShape> inputs, Report report)
        implements OpSpec.Cases<Optional<TensorShape>> {
    @Override
    public Optional<TensorShape> add(AddSpec spec) {
        return inputs.size() < 2 ? Optional.empty() : MergeShapes.add(spec, names, inputs, report);
    }

    @Override
    public Optional<TensorShape> concat(ConcatSpec spec) {
        return inputs.size() < 2 ? Optional.empty() : MergeShapes.concat(spec, names, inputs, report);
    }

    @Override
    public Optional<TensorShape> multiply(MultiplySpec spec) {
        return inputs.size() < 2 ? Optional.empty() : MergeShapes.multiply(spec, names, inputs, report);
    }

    @Override
    public Optional<TensorShape> dot(DotSpec spec) {
        return inputs.size() == 2 ? MergeShapes.dot(spec, names, inputs, report) : Optional.empty();
    }

    @Override
    public Optional<TensorShape> dense(DenseSpec spec) {
        int units = spec.units().value();
        return single().flatMap(input -> {
            if (input.isSequence()) {
                return report.kernel(spec, List.of(input.channels(), units))
                        ? report.row(spec, List.of(input.dims().get(0), units))
                        : Optional.empty();
            }
            return report.kernel(spec, List.of((int) input.size(), units))
                    ? Optional.of(TensorShape.of(units))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<TensorShape> conv1D(Conv1DSpec spec) {
        return single().flatMap(input -> WindowShapes.conv1D(spec, input, report));
    }

    @Override
    public Optional<TensorShape> depthwiseConv2D(DepthwiseConv2DSpec spec) {
        return single().flatMap(input -> WindowShapes.depthwiseConv2D(spec, input, report));
    }

    @Override
    public Optional<TensorShape> separableConv2D(SeparableConv2DSpec spec) {
        return single().flatMap(input -> WindowShapes.separableConv2D(spec, input, report));
    }

    @Override
    public Optional<TensorShape> conv2D(Conv2DSpec spec) {
        return single().flatMap(input -> WindowShapes.conv2D(spec, input, report));
    }

    @Override
    public Optional<TensorShape> conv2DTranspose(Conv2DTransposeSpec spec) {
        return single().flatMap(input -> TransposedShapes.of(spec, input, report));
    }

    @Override
    public Optional<TensorShape> embedding(EmbeddingSpec spec) {
        int units = spec.units().value();
        // what is no row of ids is reported by a rule
        return single().filter(ids -> ids.rank() == 1)
                .filter(ids -> report.kernel(spec, List.of(spec.vocabulary().value(), units)))
                .flatMap(ids -> report.row(spec, List.of(ids.channels(), units)));
    }

    @Override
    public Optional<TensorShape> multiHeadAttention(MultiHeadAttentionSpec spec) {
        return inputs.size() > spec.mostInputs() ? Optional.empty() : AttentionShapes.attention(spec, inputs, report);
    }

    @Override
    public Optional<TensorShape> scoredAttention(ScoredAttentionSpec spec) {
        return inputs.size() > spec.mostInputs()
                ? Optional.empty()
                : AttentionShapes.scored(spec, names, inputs, report);
    }

    @Override
    public Optional<TensorShape> transformerBlock(TransformerBlockSpec spec) {
        return single().flatMap(input -> AttentionShapes.block(spec, input, report));
    }

    @Override
    public Optional<TensorShape> positionalEncoding(PositionalEncodingSpec spec) {
        return single().flatMap(input -> AttentionShapes.position(spec, input, report));
    }

    @Override
    public Optional<TensorShape> positionEmbedding(PositionEmbeddingSpec spec) {
        return single().flatMap(input -> AttentionShapes.position(spec, input, report));
    }

    @Override
    public Optional<TensorShape> recurrent(RecurrentSpec spec) {
        return single().flatMap(input -> RecurrentShapes.recurrent(spec, input, report));
    }

    @Override
    public Optional<TensorShape> bidirectional(BidirectionalSpec spec) {
        return single().flatMap(input -> RecurrentShapes.bidirectional(spec, input, report));
    }

    @Override
    public Optional<TensorShape> batchNorm(BatchNormSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> layerNorm(LayerNormSpec spec) {
        return single().flatMap(input -> NormShapes.features(spec, input, report));
    }

    @Override
    public Optional<TensorShape> groupNorm(GroupNormSpec spec) {
        return single().flatMap(input -> NormShapes.groups(spec, input, report));
    }

    @Override
    public Optional<TensorShape> instanceNorm(InstanceNormSpec spec) {
        return single().flatMap(input -> NormShapes.channels(spec, input, report));
    }

    @Override
    public Optional<TensorShape> rmsNorm(RmsNormSpec spec) {
        return single().flatMap(input -> NormShapes.features(spec, input, report));
    }

    @Override
    public Optional<TensorShape> activation(ActivationSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> pool(PoolSpec spec) {
        return single().flatMap(input -> WindowShapes.pool(spec, input, report));
    }

    @Override
    public Optional<TensorShape> globalPool(GlobalPoolSpec spec) {
        return single().flatMap(input -> WindowShapes.globalPool(spec, input, report));
    }

    @Override
    public Optional<TensorShape> upSampling(UpSamplingSpec spec) {
        return single().flatMap(input -> WindowShapes.upSampling(spec, input, report));
    }

    @Override
    public Optional<TensorShape> flatten(FlattenSpec spec) {
        return single().map(input -> TensorShape.of((int) input.size()));
    }

    @Override
    public Optional<TensorShape> reshape(ReshapeSpec spec) {
        return single().flatMap(input -> ReshapeShapes.of(spec, input, report));
    }

    @Override
    public Optional<TensorShape> permute(PermuteSpec spec) {
        return single().flatMap(input -> ReshapeShapes.permute(spec, input, report));
    }

    @Override
    public Optional<TensorShape> activityRegularization(ActivityRegularizationSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> dropout(DropoutSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> spatialDropout(SpatialDropoutSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> gaussianNoise(GaussianNoiseSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> gaussianDropout(GaussianDropoutSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> alphaDropout(AlphaDropoutSpec spec) {
        return single();
    }

    @Override
    public Optional<TensorShape> dropPath(DropPathSpec spec) {
        return single();
    }

    /** The one shape that comes in; several without a merge are reported elsewhere. */
    private Optional<TensorShape> single() {
        return inputs.size() == 1 ? Optional.of(inputs.get(0)) : Optional.empty();
    }
}
