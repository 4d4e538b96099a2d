package io.regulus.spark.data;

import io.regulus.model.Model;
import io.regulus.model.ModelType;

/** Generated classes of models by their names, as settings and executors know them. */
public final class ModelTypes {
    private ModelTypes() {}

    /**
     * A class by its name.
     *
     * @throws IllegalArgumentException if there is none, or it is no generated model
     */
    public static ModelType<?> of(String modelClass) {
        try {
            // that of the thread sees the jars that a job has brought along
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return ModelType.of(Class.forName(modelClass, true, loader).asSubclass(Model.class));
        } catch (ClassNotFoundException no) {
            throw new IllegalArgumentException(
                    "there is no generated model " + modelClass
                            + " on the class path: give the jar that has it to spark-submit,"
                            + " as the application's own or with --jars",
                    no);
        } catch (ClassCastException other) {
            throw new IllegalArgumentException(
                    modelClass + " is no generated model: give the class that is generated for it, " + modelClass
                            + "Model, if it is annotated",
                    other);
        }
    }
}
