package io.regulus.spark;

import io.regulus.data.Names;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.model.ModelType;
import io.regulus.rows.NameLabel;
import io.regulus.spark.data.ModelTypes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * A generated class of models with what a user can say of its parts: a parameter for each hyperparameter, and one for the column of
 * each of several inputs and outputs.
 *
 * @param plan as annotated: hyperparameters change neither inputs nor outputs
 */
record ModelClass(ModelType<?> type, NetworkPlan plan) {
    private static final String INPUT_COL = "inputCol.";
    private static final String LABEL_COL = "labelCol.";

    /**
     * That of a name.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    static ModelClass of(String modelClass) {
        ModelType<?> type = ModelTypes.of(modelClass);
        return new ModelClass(type, type.plan(Map.of()));
    }

    /** Names of the inputs. */
    List<String> inputs() {
        return plan.inputs().stream().<String>map(InputPort::name).toList();
    }

    /** Names of the outputs. */
    List<String> outputs() {
        return plan.outputs().stream().map(OutputPort::name).toList();
    }

    /** Whether rows are records, so that the columns are those of their components. */
    boolean isTyped() {
        return type.rows().isPresent();
    }

    /** Whether what is predicted are classes that have names, whatever the training data. */
    boolean namesClasses() {
        return type.rows()
                .filter(rows -> rows.schema().labels().stream().anyMatch(NameLabel.class::isInstance))
                .isPresent();
    }

    /** Whether the only output tells classes apart. */
    boolean isClassifier() {
        return plan.outputs().size() == 1 && plan.outputs().get(0).target() instanceof TargetPort.Classes;
    }

    Param<String> inputCol(Params owner, String input) {
        require(
                input,
                inputs(),
                "input",
                isTyped() ? "its columns are those of the record" : "it has one input, whose column is featuresCol");
        return new Param<>(owner, INPUT_COL + input, "the column of the input '" + input + "'");
    }

    Param<String> labelCol(Params owner, String output) {
        require(
                output,
                outputs(),
                "output",
                isTyped() ? "its columns are those of the record" : "it has one output, whose column is labelCol");
        return new Param<>(owner, LABEL_COL + output, "the column of what the output '" + output + "' is to learn");
    }

    private void require(String name, List<String> known, String port, String otherwise) {
        if (isTyped() || known.size() == 1) {
            throw new IllegalArgumentException(plan.name() + " has no " + port + " to name a column for: " + otherwise);
        }
        requireKnown(name, known, port);
    }

    DoubleParam hyperparameter(Params owner, String name) {
        requireKnown(name, type.defaults().keySet(), "hyperparameter");
        return new DoubleParam(
                owner,
                name,
                "hyperparameter of " + plan.name() + ", in the range of its annotation",
                new HyperparameterRange(type.modelClass().getName(), name));
    }

    private void requireKnown(String name, Collection<String> known, String what) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(plan.name() + " has no " + what + " '" + name + "': it has " + known
                    + Names.suggestion(name, known));
        }
    }

    /** The parameters for its inputs, in the order declared; none where it has one, or learns from records. */
    List<Param<String>> inputCols(Params owner) {
        return isTyped() || inputs().size() == 1
                ? List.of()
                : inputs().stream().map(input -> inputCol(owner, input)).toList();
    }

    /** The parameters for its outputs, in the order declared; none where it has one, or learns from records. */
    List<Param<String>> labelCols(Params owner) {
        return isTyped() || outputs().size() == 1
                ? List.of()
                : outputs().stream().map(output -> labelCol(owner, output)).toList();
    }

    /** A parameter for each hyperparameter. */
    List<DoubleParam> hyperparameters(Params owner) {
        return type.defaults().keySet().stream()
                .map(name -> hyperparameter(owner, name))
                .toList();
    }

    /** The parameters that every stage has and those of its network. */
    static Param<?>[] params(Param<?>[] own, List<? extends Param<?>> ofNetwork) {
        return Stream.concat(Stream.of(own), ofNetwork.stream()).toArray(Param<?>[]::new);
    }
}
