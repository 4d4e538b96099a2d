package io.regulus.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Setters that return what they were called on. */
final class Fluent {
    private Fluent() {}

    /** Sets a parameter of an estimator or a transformer, which by the declaration of its interfaces is an S. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <S, T> S set(Params owner, Param<T> param, T value) {
        return (S) owner.set(param, value);
    }
}
