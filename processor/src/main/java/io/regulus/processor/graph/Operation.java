package io.regulus.processor.graph;

import java.util.List;

/**
 * What a layer computes, op by op, with every size known. A new operation is a record of its own and a case in {@link Cases}.
 */
public sealed interface Operation
        permits AddOp,
                ConcatOp,
                MultiplyOp,
                DotOp,
                DenseOp,
                Conv1DOp,
                Conv2DOp,
                Conv2DTransposeOp,
                DepthwiseConv2DOp,
                EmbeddingOp,
                MultiHeadAttentionOp,
                ScoredAttentionOp,
                TransformerBlockOp,
                WavesOp,
                PositionEmbeddingOp,
                RecurrentOp,
                BatchNormOp,
                NormOp,
                ActivationOp,
                PoolOp,
                GlobalPoolOp,
                UpSamplingOp,
                FlattenOp,
                ReshapeOp,
                ActivityPenaltyOp,
                PermuteOp,
                DropoutOp,
                NoiseOp {
    /** Calls the case of this operation. */
    <R> R match(Cases<R> cases);

    /** The hyperparameters that its code reads. */
    default List<Hyperparameter> numbers() {
        return List.of();
    }

    /** Whether it relates the steps of sequences to each other, as recurrent layers, attention and convolutions over steps do. */
    default boolean relatesSteps() {
        return false;
    }

    /** One answer per operation. */
    interface Cases<R> {
        R add(AddOp operation);

        R concat(ConcatOp operation);

        R multiply(MultiplyOp operation);

        R dot(DotOp operation);

        R dense(DenseOp operation);

        R conv1d(Conv1DOp operation);

        R conv2d(Conv2DOp operation);

        R conv2dTranspose(Conv2DTransposeOp operation);

        R depthwiseConv2d(DepthwiseConv2DOp operation);

        R embedding(EmbeddingOp operation);

        R multiHeadAttention(MultiHeadAttentionOp operation);

        R scoredAttention(ScoredAttentionOp operation);

        R transformerBlock(TransformerBlockOp operation);

        R waves(WavesOp operation);

        R positionEmbedding(PositionEmbeddingOp operation);

        R recurrent(RecurrentOp operation);

        R batchNorm(BatchNormOp operation);

        R norm(NormOp operation);

        R activation(ActivationOp operation);

        R pool(PoolOp operation);

        R globalPool(GlobalPoolOp operation);

        R upSampling(UpSamplingOp operation);

        R flatten(FlattenOp operation);

        R reshape(ReshapeOp operation);

        R activityPenalty(ActivityPenaltyOp operation);

        R permute(PermuteOp operation);

        R dropout(DropoutOp operation);

        R noise(NoiseOp operation);
    }
}
