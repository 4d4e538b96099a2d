package io.regulus.processor.graph;

import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

/**
 * A layer of the graph.
 *
 * @param name the field
 * @param sources its annotations, as written
 * @param inputs layers it reads, or the input
 * @param operations what it computes, in order
 * @param variables its variables, in the order of its operations
 * @param output shape of a row of its output
 */
public record LayerNode(
        String name,
        List<String> sources,
        List<String> inputs,
        List<Operation> operations,
        List<Variable> variables,
        TensorShape output) {
    public LayerNode {
        sources = List.copyOf(sources);
        inputs = List.copyOf(inputs);
        operations = List.copyOf(operations);
        variables = List.copyOf(variables);
    }

    /** Its variables of one role. */
    public List<Variable> variables(Role role) {
        return variables.stream().filter(variable -> variable.role() == role).toList();
    }
}
