package io.regulus.spark;

import io.regulus.spark.data.ModelTypes;
import java.io.Serializable;
import java.util.Map;
import scala.Function1;

/** Refuses a number outside the range of a hyperparameter when it is set, with the class's own message: Spark's would not tell the range. */
record HyperparameterRange(String modelClass, String name) implements Function1<Object, Object>, Serializable {
    private static final long serialVersionUID = 1;

    /**
     * True.
     *
     * @throws IllegalArgumentException naming the hyperparameter, the number and the range, if it is outside
     */
    @Override
    public Object apply(Object number) {
        ModelTypes.of(modelClass).plan(Map.of(name, (Double) number));
        return true;
    }
}
