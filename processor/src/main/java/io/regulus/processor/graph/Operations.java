package io.regulus.processor.graph;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Parameters;
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
import io.regulus.processor.spec.WeightedSpec;
import java.util.Optional;

/**
 * Makes an operation or two of each annotation, with the variables they need. What takes more than a few lines stands in a
 * class of its own.
 */
final class Operations implements OpSpec.Cases<Void> {
    private final LayerBuilder layer;

    Operations(LayerBuilder layer) {
        this.layer = layer;
    }

    @Override
    public Void add(AddSpec spec) {
        return operation(new AddOp(layer.step().inputs().size()));
    }

    @Override
    public Void concat(ConcatSpec spec) {
        return operation(new ConcatOp(layer.step().inputs().size()));
    }

    @Override
    public Void multiply(MultiplySpec spec) {
        return operation(
                new MultiplyOp(layer.step().inputs(), layer.step().output().rank()));
    }

    @Override
    public Void dot(DotSpec spec) {
        return operation(new DotOp(spec.firstAxis(), spec.secondAxis(), spec.normalize()));
    }

    @Override
    public Void dense(DenseSpec spec) {
        TensorShape input = layer.input();
        boolean perStep = input.isSequence();
        if (input.rank() > 1 && !perStep) {
            layer.add(new FlattenOp(input.size()));
        }
        int width = perStep ? input.channels() : Math.toIntExact(input.size());
        int units = spec.units().value();
        layer.activateAfterNorm(spec.activation().value());
        Variable kernel = layer.kernel(spec.kernelInitializer(), width, units);
        return operation(new DenseOp(kernel, bias(layer, spec, units), perStep));
    }

    /** The bias of a layer with a kernel, where it has one. */
    static Optional<Variable> bias(LayerBuilder layer, WeightedSpec spec, int size) {
        return Parameters.hasBias(layer.spec(), spec) ? Optional.of(layer.variable("bias", size)) : Optional.empty();
    }

    @Override
    public Void conv1D(Conv1DSpec spec) {
        return operation(WindowOperations.conv1D(spec, layer));
    }

    @Override
    public Void conv2D(Conv2DSpec spec) {
        return operation(WindowOperations.conv2D(spec, layer));
    }

    @Override
    public Void conv2DTranspose(Conv2DTransposeSpec spec) {
        return operation(WindowOperations.conv2DTranspose(spec, layer));
    }

    @Override
    public Void depthwiseConv2D(DepthwiseConv2DSpec spec) {
        return operation(WindowOperations.depthwiseConv2D(spec, layer));
    }

    @Override
    public Void separableConv2D(SeparableConv2DSpec spec) {
        WindowOperations.separableConv2D(spec, layer).forEach(layer::add);
        return null;
    }

    @Override
    public Void embedding(EmbeddingSpec spec) {
        int units = spec.units().value();
        Variable table = layer.variable(
                "embedding", spec.embeddingsInitializer(), spec.vocabulary().value(), units);
        return operation(new EmbeddingOp(table, layer.input().dims().get(0)));
    }

    @Override
    public Void multiHeadAttention(MultiHeadAttentionSpec spec) {
        AttentionOperations.attention(spec, layer);
        return null;
    }

    @Override
    public Void scoredAttention(ScoredAttentionSpec spec) {
        return operation(AttentionOperations.scored(spec, layer));
    }

    @Override
    public Void transformerBlock(TransformerBlockSpec spec) {
        AttentionOperations.block(spec, layer);
        return null;
    }

    @Override
    public Void positionalEncoding(PositionalEncodingSpec spec) {
        return operation(new WavesOp(layer.number("maxWavelength", spec.usage(), "maxWavelength")));
    }

    @Override
    public Void positionEmbedding(PositionEmbeddingSpec spec) {
        AttentionOperations.positionEmbedding(spec, layer);
        return null;
    }

    @Override
    public Void recurrent(RecurrentSpec spec) {
        return operation(RecurrentOperations.recurrent(spec, layer));
    }

    /** A part of the recurrent layer's operation. */
    @Override
    public Void bidirectional(BidirectionalSpec spec) {
        return null;
    }

    @Override
    public Void batchNorm(BatchNormSpec spec) {
        return operation(NormOperations.batchNorm(spec, layer));
    }

    @Override
    public Void layerNorm(LayerNormSpec spec) {
        return operation(NormOperations.layerNorm(spec, layer));
    }

    @Override
    public Void groupNorm(GroupNormSpec spec) {
        return operation(NormOperations.groupNorm(spec, layer));
    }

    @Override
    public Void instanceNorm(InstanceNormSpec spec) {
        return operation(NormOperations.instanceNorm(spec, layer));
    }

    @Override
    public Void rmsNorm(RmsNormSpec spec) {
        return operation(NormOperations.rmsNorm(spec, layer));
    }

    @Override
    public Void activation(ActivationSpec spec) {
        if (spec.function() == ActivationFunction.LINEAR) {
            return null;
        }
        Optional<Hyperparameter> slope = spec.function() == ActivationFunction.LEAKY_RELU
                ? Optional.of(layer.number("negativeSlope", spec.usage(), "negativeSlope"))
                : Optional.empty();
        return operation(new ActivationOp(spec.function(), slope));
    }

    @Override
    public Void pool(PoolSpec spec) {
        return operation(WindowOperations.pool(spec));
    }

    @Override
    public Void globalPool(GlobalPoolSpec spec) {
        return operation(new GlobalPoolOp(spec.max()));
    }

    @Override
    public Void upSampling(UpSamplingSpec spec) {
        return operation(WindowOperations.upSampling(spec, layer));
    }

    @Override
    public Void flatten(FlattenSpec spec) {
        return layer.input().rank() == 1
                ? null
                : operation(new FlattenOp(layer.input().size()));
    }

    @Override
    public Void reshape(ReshapeSpec spec) {
        return operation(new ReshapeOp(layer.step().output()));
    }

    @Override
    public Void permute(PermuteSpec spec) {
        return operation(new PermuteOp(spec.order().value()));
    }

    @Override
    public Void activityRegularization(ActivityRegularizationSpec spec) {
        return operation(new ActivityPenaltyOp(
                layer.number("activityL1", spec.usage(), "l1"), layer.number("activityL2", spec.usage(), "l2")));
    }

    @Override
    public Void dropout(DropoutSpec spec) {
        return operation(new DropoutOp(layer.number("dropout", spec.usage(), "p"), false));
    }

    @Override
    public Void spatialDropout(SpatialDropoutSpec spec) {
        return operation(NoiseOperations.spatialDropout(spec, layer));
    }

    @Override
    public Void gaussianNoise(GaussianNoiseSpec spec) {
        return operation(NoiseOperations.gaussianNoise(spec, layer));
    }

    @Override
    public Void gaussianDropout(GaussianDropoutSpec spec) {
        return operation(NoiseOperations.gaussianDropout(spec, layer));
    }

    @Override
    public Void alphaDropout(AlphaDropoutSpec spec) {
        return operation(NoiseOperations.alphaDropout(spec, layer));
    }

    @Override
    public Void dropPath(DropPathSpec spec) {
        return operation(NoiseOperations.dropPath(spec, layer));
    }

    private Void operation(Operation operation) {
        layer.add(operation);
        return null;
    }
}
