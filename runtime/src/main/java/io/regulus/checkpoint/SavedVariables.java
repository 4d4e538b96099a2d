package io.regulus.checkpoint;

import io.regulus.engine.NetworkState;
import io.regulus.ops.Variable;
import io.regulus.save.Compatibility;
import io.regulus.save.ElementType;
import io.regulus.save.ModelState;
import io.regulus.save.NamedTensor;
import io.regulus.save.SaveFormatException;
import io.regulus.save.VariableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.types.TFloat32;

/** Between the variables of a network and the tensors of a saved model. */
public final class SavedVariables {
    private SavedVariables() {}

    /**
     * A model as it is saved: every variable, of one moment.
     *
     * @param attachments texts that belong to the model, by name
     */
    public static ModelState of(NetworkState network, Map<String, String> attachments) {
        return new ModelState(
                network.name(), network.seed(), hyperparameters(network), new TreeMap<>(attachments), tensors(network));
    }

    private static List<NamedTensor> tensors(NetworkState network) {
        Map<String, byte[]> values = network.readVariables(
                network.variables().stream().map(Variable::name).toList());
        List<NamedTensor> tensors = new ArrayList<>();
        for (Variable<?> variable : network.variables()) {
            tensors.add(NamedTensor.ofBytes(shape(variable), values.get(variable.name())));
        }
        return tensors;
    }

    /** What a variable is in a file. */
    static VariableShape shape(Variable<?> variable) {
        ElementType type = variable.type() == TFloat32.class ? ElementType.F32 : ElementType.I64;
        return new VariableShape(variable.name(), type, variable.shape().asArray());
    }

    /**
     * Does nothing where the state is one of this network.
     *
     * @throws io.regulus.save.IncompatibleModelException listing what differs, if it is not
     */
    static void check(NetworkState network, ModelState state) {
        List<VariableShape> expected =
                network.variables().stream().map(SavedVariables::shape).toList();
        Compatibility.check(expected, state, network.name());
    }

    /**
     * Replaces every variable.
     *
     * @throws io.regulus.save.IncompatibleModelException listing what differs, if the state is that of another network; nothing has
     *     changed then
     */
    public static void restore(NetworkState network, ModelState state) {
        check(network, state);
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (NamedTensor tensor : state.variables()) {
            values.put(tensor.name(), tensor.bytes());
        }
        network.writeVariables(values);
    }

    /** The numbers of a network, as they are saved. */
    static Map<String, String> hyperparameters(NetworkState network) {
        Map<String, String> numbers = new LinkedHashMap<>();
        network.hyperparameters().forEach((name, value) -> numbers.put(name, value.toString()));
        return numbers;
    }

    /**
     * The numbers a model was saved with.
     *
     * @throws SaveFormatException if one is none
     */
    public static Map<String, Double> hyperparameters(ModelState state) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        state.hyperparameters().forEach((name, value) -> {
            try {
                numbers.put(name, Double.valueOf(value));
            } catch (NumberFormatException failure) {
                throw new SaveFormatException("hyperparameter '" + name + "' = '" + value + "' is no number");
            }
        });
        return numbers;
    }
}
