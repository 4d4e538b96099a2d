package io.regulus.processor.graph;

import java.util.List;

/**
 * What a layer computes, op by op, with every size known. A new operation is a record of its own and a case in {@link Cases}.
 */
public sealed interface Operation
        permits AddOp,
                ConcatOp,
                DenseOp,
                Conv2DOp,
                EmbeddingOp,
                BatchNormOp,
                NormOp,
                ActivationOp,
                Pool2DOp,
                GlobalAverageOp,
                FlattenOp,
                DropoutOp {
    /** Calls the case of this operation. */
    <R> R match(Cases<R> cases);

    /** The hyperparameters that its code reads. */
    default List<Hyperparameter> numbers() {
        return List.of();
    }

    /** One answer per operation. */
    interface Cases<R> {
        R add(AddOp operation);

        R concat(ConcatOp operation);

        R dense(DenseOp operation);

        R conv2d(Conv2DOp operation);

        R embedding(EmbeddingOp operation);

        R batchNorm(BatchNormOp operation);

        R norm(NormOp operation);

        R activation(ActivationOp operation);

        R pool2d(Pool2DOp operation);

        R globalAverage(GlobalAverageOp operation);

        R flatten(FlattenOp operation);

        R dropout(DropoutOp operation);
    }
}
