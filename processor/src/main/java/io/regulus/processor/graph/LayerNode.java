package io.regulus.processor.graph;

import io.regulus.processor.check.Parameter.Role;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer of the graph.
 *
 * @param name the field; a layer that comes from a block is named by its way, as {@code stage1/0/conv}
 * @param owner name of the layer whose variables it uses: its own, unless it shares those of another
 * @param blocks what the blocks around it are, by the part of its name that they are
 * @param sources its annotations, as written
 * @param inputs layers it reads, or the input
 * @param masks for each of the inputs the input of the network whose zeros mask its steps, where an operation of the layer
 *     leaves masked steps out
 * @param operations what it computes, in order
 * @param variables the variables that are its own, in the order of its operations
 * @param output shape of a row of its output
 * @param isFrozen whether training leaves its weights as they are
 */
public record LayerNode(
        String name,
        String owner,
        Map<String, String> blocks,
        List<String> sources,
        List<String> inputs,
        List<Optional<String>> masks,
        List<Operation> operations,
        List<Variable> variables,
        TensorShape output,
        boolean isFrozen) {
    public LayerNode {
        blocks = Map.copyOf(blocks);
        sources = List.copyOf(sources);
        inputs = List.copyOf(inputs);
        masks = List.copyOf(masks);
        operations = List.copyOf(operations);
        variables = List.copyOf(variables);
    }

    /** Whether it takes what it reads as whole numbers, as fed, instead of as floats. */
    public boolean readsIds() {
        return !operations.isEmpty() && operations.get(0) instanceof EmbeddingOp;
    }

    /** Its variables of one role. */
    public List<Variable> variables(Role role) {
        return variables.stream().filter(variable -> variable.role() == role).toList();
    }
}
