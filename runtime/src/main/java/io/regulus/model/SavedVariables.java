package io.regulus.model;

import io.regulus.engine.Engine;
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
import org.tensorflow.types.TFloat32;

/** Between the variables of an engine and the tensors of a saved model. */
final class SavedVariables {
    private SavedVariables() {}

    /** Every variable, of one moment. */
    static List<NamedTensor> of(Engine engine) {
        Map<String, byte[]> values = engine.readVariables(
                engine.variables().stream().map(Variable::name).toList());
        List<NamedTensor> tensors = new ArrayList<>();
        for (Variable<?> variable : engine.variables()) {
            tensors.add(new NamedTensor(
                    variable.name(),
                    type(variable),
                    variable.shape().asArray(),
                    Engine.bytes(values.get(variable.name()))));
        }
        return tensors;
    }

    /** Replaces every variable, after checking that the state is one of this network. */
    static void restore(Engine engine, ModelState state) {
        List<VariableShape> expected = engine.variables().stream()
                .map(variable -> new VariableShape(
                        variable.name(), type(variable), variable.shape().asArray()))
                .toList();
        Compatibility.check(expected, state, engine.plan().name());
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (NamedTensor tensor : state.variables()) {
            values.put(tensor.name(), tensor.bytes());
        }
        engine.writeVariables(values);
    }

    /** The numbers a model was saved with. */
    static Map<String, Double> hyperparameters(ModelState state) {
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

    private static ElementType type(Variable<?> variable) {
        return variable.type() == TFloat32.class ? ElementType.F32 : ElementType.I64;
    }
}
