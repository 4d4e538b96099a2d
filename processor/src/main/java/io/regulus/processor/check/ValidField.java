package io.regulus.processor.check;

import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

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

    /**
     * One operation with its shapes.
     *
     * @param op the operation
     * @param inputs one shape, or several for a merge
     * @param output the shape it makes
     */
    public record Step(OpSpec op, List<TensorShape> inputs, TensorShape output) {
        public Step {
            inputs = List.copyOf(inputs);
        }

        /** The shape an operation with a single input sees. */
        public TensorShape input() {
            return inputs.get(0);
        }
    }
}
