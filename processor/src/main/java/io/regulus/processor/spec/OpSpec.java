package io.regulus.processor.spec;

/**
 * One operation of a field. Each stage after the reader implements {@link Cases}; a new operation is a new record here and
 * a new case there, and the compiler names every place that lacks it.
 */
public sealed interface OpSpec extends Sourced
        permits AddSpec,
                ConcatSpec,
                WeightedSpec,
                BatchNormSpec,
                ActivationSpec,
                MaxPool2DSpec,
                AvgPool2DSpec,
                GlobalAvgPool2DSpec,
                FlattenSpec,
                DropoutSpec {
    /** Its place within the field. */
    Slot slot();

    /** Calls the case of this operation. */
    <R> R match(Cases<R> cases);

    /** One answer per operation. */
    interface Cases<R> {
        R add(AddSpec spec);

        R concat(ConcatSpec spec);

        R dense(DenseSpec spec);

        R conv2D(Conv2DSpec spec);

        R batchNorm(BatchNormSpec spec);

        R activation(ActivationSpec spec);

        R maxPool2D(MaxPool2DSpec spec);

        R avgPool2D(AvgPool2DSpec spec);

        R globalAvgPool2D(GlobalAvgPool2DSpec spec);

        R flatten(FlattenSpec spec);

        R dropout(DropoutSpec spec);
    }
}
