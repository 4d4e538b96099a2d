package io.regulus.engine;

import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.family.TNumber;

/** Reads and replaces the variables of a graph, as raw bytes in the machine's order (little-endian). */
final class VariableStore {
    private final Map<String, Access> byName = new LinkedHashMap<>();

    /** The ops of one variable. */
    private record Access(Variable<?> variable, Operand<?> read, Placeholder<?> value, Op assign) {}

    /** Adds the ops for every variable declared so far; the graph must not grow variables afterwards. */
    VariableStore(Ops tf, Variables variables) {
        for (Variable<?> variable : variables.all()) {
            byName.put(variable.name(), access(tf, variable));
        }
    }

    /** Adds the op that gives every variable its initial value. */
    static Op initial(Ops tf, Variables variables) {
        List<Op> initial = new ArrayList<>();
        for (Variable<?> variable : variables.all()) {
            initial.add(tf.assignVariableOp(
                    Variables.handle(tf, variable), variable.initial().apply(tf)));
        }
        return tf.withControlDependencies(initial).noOp();
    }

    private static <T extends TNumber> Access access(Ops tf, Variable<T> variable) {
        VarHandleOp handle = Variables.handle(tf, variable);
        Placeholder<T> value = tf.placeholder(variable.type(), Placeholder.shape(variable.shape()));
        return new Access(
                variable, tf.readVariableOp(handle, variable.type()), value, tf.assignVariableOp(handle, value));
    }

    Variable<?> variable(String name) {
        Access access = byName.get(name);
        if (access == null) {
            throw new IllegalArgumentException("no variable '" + name + "'; there are " + byName.keySet());
        }
        return access.variable;
    }

    /** Values of the named variables, read in one run and so of one step. */
    Map<String, byte[]> read(Session session, Iterable<String> names) {
        List<String> order = new ArrayList<>();
        Session.Runner runner = session.runner();
        for (String name : names) {
            variable(name);
            runner.fetch(byName.get(name).read);
            order.add(name);
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        if (order.isEmpty()) {
            return values;
        }
        try (Result result = runner.run()) {
            for (int i = 0; i < order.size(); i++) {
                byte[] bytes = new byte[Math.toIntExact(result.get(i).numBytes())];
                result.get(i).asRawTensor().data().read(bytes);
                values.put(order.get(i), bytes);
            }
        }
        return values;
    }

    /** Replaces the named variables, all in one run; sizes have been checked. */
    void write(Session session, Map<String, byte[]> values) {
        if (values.isEmpty()) {
            return;
        }
        List<Tensor> fed = new ArrayList<>();
        try {
            Session.Runner runner = session.runner();
            values.forEach((name, bytes) -> {
                Variable<?> variable = variable(name);
                Tensor tensor = Tensor.of(variable.type(), variable.shape(), DataBuffers.of(bytes));
                fed.add(tensor);
                Access access = byName.get(name);
                runner.feed(access.value, tensor).addTarget(access.assign);
            });
            runner.run().close();
        } finally {
            fed.forEach(Tensor::close);
        }
    }
}
