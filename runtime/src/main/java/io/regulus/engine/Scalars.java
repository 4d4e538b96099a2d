package io.regulus.engine;

import org.tensorflow.Result;
import org.tensorflow.types.TFloat32;

/** Single numbers among what a run gives. */
final class Scalars {
    private Scalars() {}

    static float of(Result result, int index) {
        return ((TFloat32) result.get(index)).getFloat();
    }

    /** The sum of those behind the first. */
    static float sumBehindFirst(Result result) {
        float sum = 0;
        for (int i = 1; i < result.size(); i++) {
            sum += of(result, i);
        }
        return sum;
    }
}
