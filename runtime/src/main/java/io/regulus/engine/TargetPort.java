package io.regulus.engine;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TNumber;

/** What a network is trained towards. */
public sealed interface TargetPort<T extends TNumber> {
    /** The type that is fed. */
    Class<T> type();

    /** Numbers the network gives per row. */
    int outputs();

    /** Shape of a batch of targets. */
    Shape batch(long rows);

    /**
     * One class per row, an integer from 0.
     *
     * @param classes number of classes
     * @param outputs numbers the network gives per row: one per class, or a single logit for two classes
     */
    record Classes(int classes, int outputs) implements TargetPort<TInt32> {
        @Override
        public Class<TInt32> type() {
            return TInt32.class;
        }

        @Override
        public Shape batch(long rows) {
            return Shape.of(rows);
        }
    }

    /**
     * Real numbers.
     *
     * @param outputs how many per row
     */
    record Values(int outputs) implements TargetPort<TFloat32> {
        @Override
        public Class<TFloat32> type() {
            return TFloat32.class;
        }

        @Override
        public Shape batch(long rows) {
            return Shape.of(rows, outputs);
        }
    }
}
