package io.regulus.processor.spec;

import java.util.function.IntUnaryOperator;

/**
 * One operation of a field. Each stage after the reader implements {@link Cases}; a new operation is a new record here and
 * a new case there, and the compiler names every place that lacks it.
 */
public sealed interface OpSpec extends Sourced
        permits AddSpec,
                ConcatSpec,
                MultiplySpec,
                DotSpec,
                WeightedSpec,
                EmbeddingSpec,
                NormSpec,
                AttentionSpec,
                TransformerBlockSpec,
                PositionalEncodingSpec,
                PositionEmbeddingSpec,
                RecurrentSpec,
                BidirectionalSpec,
                ActivationSpec,
                PoolSpec,
                GlobalPoolSpec,
                UpSamplingSpec,
                FlattenSpec,
                ReshapeSpec,
                PermuteSpec,
                ActivityRegularizationSpec,
                NoiseSpec {
    /** Its place within the field. */
    Slot slot();

    /**
     * Whether each step of a sequence still is that step behind the operation, so that a mask of steps holds there as before.
     */
    default boolean keepsSteps() {
        return switch (slot()) {
            case MERGE, DIRECTIONS, POSITION, NORM, ACTIVATION, ACTIVITY, NOISE -> true;
            case LAYER, POOLING, SHAPE -> false;
        };
    }

    /** Whether it leaves masked steps out where it gets a mask. */
    default boolean usesMask() {
        return false;
    }

    /** Of how many inputs, the first ones, it leaves masked steps out where it gets masks. */
    default int maskedInputs() {
        return usesMask() ? mostInputs() : 0;
    }

    /** How many inputs it can take by itself, without a merge before it; a merge takes several. */
    default int mostInputs() {
        return 1;
    }

    /** The same with other sizes, where a size of it can be a share of a block's width. */
    default OpSpec sized(IntUnaryOperator size) {
        return this;
    }

    /** Calls the case of this operation. */
    <R> R match(Cases<R> cases);

    /** One answer per operation. */
    interface Cases<R> {
        R add(AddSpec spec);

        R concat(ConcatSpec spec);

        R multiply(MultiplySpec spec);

        R dot(DotSpec spec);

        R dense(DenseSpec spec);

        R conv1D(Conv1DSpec spec);

        R conv2D(Conv2DSpec spec);

        R conv2DTranspose(Conv2DTransposeSpec spec);

        R depthwiseConv2D(DepthwiseConv2DSpec spec);

        R separableConv2D(SeparableConv2DSpec spec);

        R embedding(EmbeddingSpec spec);

        R multiHeadAttention(MultiHeadAttentionSpec spec);

        R scoredAttention(ScoredAttentionSpec spec);

        R transformerBlock(TransformerBlockSpec spec);

        R positionalEncoding(PositionalEncodingSpec spec);

        R positionEmbedding(PositionEmbeddingSpec spec);

        R recurrent(RecurrentSpec spec);

        R bidirectional(BidirectionalSpec spec);

        R batchNorm(BatchNormSpec spec);

        R layerNorm(LayerNormSpec spec);

        R groupNorm(GroupNormSpec spec);

        R instanceNorm(InstanceNormSpec spec);

        R rmsNorm(RmsNormSpec spec);

        R activation(ActivationSpec spec);

        R pool(PoolSpec spec);

        R globalPool(GlobalPoolSpec spec);

        R upSampling(UpSamplingSpec spec);

        R flatten(FlattenSpec spec);

        R reshape(ReshapeSpec spec);

        R activityRegularization(ActivityRegularizationSpec spec);

        R permute(PermuteSpec spec);

        R dropout(DropoutSpec spec);

        R spatialDropout(SpatialDropoutSpec spec);

        R gaussianNoise(GaussianNoiseSpec spec);

        R gaussianDropout(GaussianDropoutSpec spec);

        R alphaDropout(AlphaDropoutSpec spec);

        R dropPath(DropPathSpec spec);
    }
}
