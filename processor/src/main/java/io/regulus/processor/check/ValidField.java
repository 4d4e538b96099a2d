package io.regulus.processor.check;

import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/**
 * A layer with its inputs and shapes resolved.
 *
 * @param spec what the user wrote
 * @param inputs names of the fields it reads (or of the input), in order
 * @param steps its operations in the order they run, each with its shapes
 * @param output shape of its output
 */
public record ValidField(FieldSpec spec, List<String> inputs, List<Step> steps, TensorShape output) {
    public ValidField {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
    }

    /** The input of the network whose zeros mask steps of the output, if one does. */
    public Optional<String> mask() {
        return steps.isEmpty() ? Optional.empty() : Masks.behind(steps.get(steps.size() - 1), inputs.get(0));
    }

    /**
     * One operation with its shapes.
     *
     * @param op the operation
     * @param inputs one shape, or several for a merge
     * @param output the shape it makes
     * @param masks for each of the inputs the input of the network whose zeros mask steps of it, if one does
     */
    public record Step(OpSpec op, List<TensorShape> inputs, TensorShape output, List<Optional<String>> masks) {
        public Step {
            inputs = List.copyOf(inputs);
            masks = List.copyOf(masks);
        }

        /** The shape an operation with a single input sees. */
        public TensorShape input() {
            return inputs.get(0);
        }
    }
}
