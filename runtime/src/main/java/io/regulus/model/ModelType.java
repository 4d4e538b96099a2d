package io.regulus.model;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.rows.RowSchema;
import io.regulus.rows.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
 * @param rows how the record is read that it learns from; empty where it takes arrays
 */
public record ModelType<M extends Model>(
        Class<M> modelClass,
        Map<String, Double> defaults,
        Function<Map<String, Double>, NetworkPlan> plans,
        BiFunction<Map<String, Double>, Settings, M> maker,
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
            BiFunction<Map<String, Double>, Settings, M> maker) {
        return new ModelType<>(modelClass, defaults, plans, maker, Optional.empty());
    }

    /** The same class, which learns from a record: for generated code. */
    public ModelType<M> withRows(Rows<?> record) {
        return new ModelType<>(modelClass, defaults, plans, maker, Optional.of(record));
    }

    /**
     * That of a generated class.
     *
     * @throws IllegalArgumentException if the class is no generated model, or its module does not export it
     */
    @SuppressWarnings("unchecked") // it is asked whose type it is
    public static <M extends Model> ModelType<M> of(Class<M> modelClass) {
        ModelType<?> type;
        try {
            Method method = modelClass.getMethod("type");
            if (!Modifier.isStatic(method.getModifiers()) || method.getReturnType() != ModelType.class) {
                throw noModel(modelClass, null);
            }
            type = (ModelType<?>) method.invoke(null);
        } catch (NoSuchMethodException no) {
            throw noModel(modelClass, no);
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(
                    modelClass.getName() + " cannot be reached: let its module export " + modelClass.getPackageName(),
                    hidden);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(
                    modelClass.getName() + ".type() failed: " + failure.getCause(), failure.getCause());
        }
        if (type.modelClass != modelClass) {
            throw noModel(modelClass, null);
        }
        return (ModelType<M>) type;
    }

    private static IllegalArgumentException noModel(Class<?> given, Exception cause) {
        return new IllegalArgumentException(
                given.getName() + " is no model that Regulus generated: give the XModel of an annotated class X",
                cause);
    }

    /**
     * What the network is.
     *
     * @param numbers hyperparameters by name; those not named are as annotated
     * @throws IllegalArgumentException if a name is unknown or a number outside its range
     */
    public NetworkPlan plan(Map<String, Double> numbers) {
        return plans.apply(numbers);
    }

    /**
     * A new model, as by {@code XModel.create}.
     *
     * @param numbers hyperparameters by name; those not named are as annotated
     * @throws IllegalArgumentException if a name is unknown or a number outside its range
     */
    public M create(Map<String, Double> numbers, Settings settings) {
        return maker.apply(numbers, settings);
    }

    /**
     * A second model that is as another one is now: weights, state of the optimizer, step, numbers, seed and attached texts. One may be
     * trained, and its copies stay as they are.
     *
     * @param settings threads; the seed is that of the other model
     */
    public M copy(M model, Settings settings) {
        return Model.copy(model, this, settings);
    }

    /**
     * A model as it was saved: weights, state of the optimizer, step, numbers and seed.
     *
     * @param settings threads; the seed is that of the saved model
     * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
     * @throws io.regulus.save.IncompatibleModelException if it is that of another network
     */
    public M load(Path folder, Settings settings) {
        return Model.load(folder, this, settings);
    }
}
