package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Output;
import io.regulus.processor.check.Rule;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.TaskSpec;
import io.regulus.processor.spec.TensorShape;

/** Each output has as many values as its task needs. */
public final class OutputRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (Output output : draft.outputs()) {
            // With a wrong number of classes it is open what the output should be.
            boolean isOpen = output.task().usage().numbers().stream().anyMatch(number -> !number.inRange());
            draft.shaped(output.field())
                    .filter(shaped -> !isOpen)
                    .ifPresent(shaped -> check(output.task(), shaped, draft, problems));
        }
    }

    private static void check(TaskSpec task, ValidField output, Draft draft, Problems problems) {
        int needed = task.outputs().value();
        TensorShape given = output.output();
        if (!given.equals(TensorShape.of(needed))) {
            problems.add(
                    Code.OUTPUT_SHAPE,
                    place(output.spec()),
                    task.usage().text(),
                    TensorShape.of(needed),
                    output.spec().name(),
                    given,
                    draft.trace(output.spec()),
                    cure(needed, given));
        }
    }

    private static String cure(int needed, TensorShape given) {
        String dense = "@Dense(units = " + needed + ")";
        if (given.isSequence()) {
            return "Make one row of the steps, with @Flatten or @GlobalAvgPool1D for example, then end in " + dense
                    + ".";
        }
        if (!given.isImage()) {
            return "End in " + dense + ".";
        }
        return given.channels() == needed
                ? "Pool it with @GlobalAvgPool2D, which leaves a value per channel, or end in " + dense
                        + ", which flattens."
                : "End in " + dense + ", which flattens, with @GlobalAvgPool2D before it to keep that layer small.";
    }

    /** The units that are wrong, else the field. */
    private static Place place(FieldSpec output) {
        return output.weighted()
                .filter(DenseSpec.class::isInstance)
                .map(dense -> ((DenseSpec) dense).units().place())
                .orElse(output.place());
    }
}
