package io.regulus.model;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.rows.RowSchema;
import io.regulus.rows.Target;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A generated class of models as a value, for whatever makes models of a class that it does not know: searches over
 * hyperparameters, clusters, servers. Every generated {@code XModel} has one, {@code XModel.type()}.
 *
 * @param modelClass the generated class
 * @param defaults the hyperparameters by name, as annotated
 * @param plans what the network is, by its hyperparameters; nothing of it is built, and TensorFlow is not loaded
 * @param maker makes a model
 * @param loader loads a model
 * @param rows how the record is read that it learns from; empty where it takes arrays
 */
public record ModelType<M extends Model>(
        Class<M> modelClass,
        Map<String, Double> defaults,
        Function<Map<String, Double>, NetworkPlan> plans,
        BiFunction<Map<String, Double>, Settings, M> maker,
        BiFunction<Path, Settings, M> loader,
        Optional<Rows<?>> rows) {
    /**
     * The record of a model.
     *
     * @param schema its components
     * @param target what the network makes of the labels
     */
    public record Rows<R>(RowSchema<R> schema, Target target) {}

    public ModelType {
        defaults = Collections.unmodifiableMap(new LinkedHashMap<>(defaults));
    }

    /** Of a class that takes arrays: for generated code. */
    public static <M extends Model> ModelType<M> of(
            Class<M> modelClass,
            Map<String, Double> defaults,
            Function<Map<String, Double>, NetworkPlan> plans,
            BiFunction<Map<String, Double>, Settings, M> maker,
            BiFunction<Path, Settings, M> loader) {
        return new ModelType<>(modelClass, defaults, plans, maker, loader, Optional.empty());
    }

    /** The same class, which learns from a record: for generated code. */
    public ModelType<M> withRows(RowSchema<?> schema, Target target) {
        return new ModelType<>(modelClass, defaults, plans, maker, loader, Optional.of(new Rows<>(schema, target)));
    }

    /**
     * That of a generated class.
     *
     * @throws IllegalArgumentException if the class is no generated model
     */
    @SuppressWarnings("unchecked")
    public static <M extends Model> ModelType<M> of(Class<M> modelClass) {
        try {
            return (ModelType<M>) modelClass.getMethod("type").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | NullPointerException | ClassCastException no) {
            throw new IllegalArgumentException(
                    modelClass.getName()
                            + " is no model that Regulus generated: give the XModel of an annotated class X",
                    no);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(modelClass.getName() + ".type() failed: " + failure.getCause(), failure);
        }
    }

    /** What the network is, with these hyperparameters in the place of those annotated. */
    public NetworkPlan plan(Map<String, Double> numbers) {
        return plans.apply(numbers);
    }

    /**
     * A new model.
     *
     * @param numbers hyperparameters by name; those not named are as annotated
     * @throws IllegalArgumentException if a name is unknown or a number outside its range
     */
    public M create(Map<String, Double> numbers, Settings settings) {
        return maker.apply(numbers, settings);
    }

    /** A model as it was saved. */
    public M load(Path folder, Settings settings) {
        return loader.apply(folder, settings);
    }
}
