package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.TensorShape;
import java.util.Optional;

/** What is done to the input leaves enough of it to learn from. */
public final class InputTechniques implements AdviceRule {
    /** Above it nearly every share is near one half; the paper of MixUp finds that 0.1 to 0.4 helps and more underfits. */
    private static final double STRONG_ALPHA = 2;

    @Override
    public void check(Draft draft, Advice advice) {
        for (InputSpec input : draft.inputs()) {
            for (DataSpec spec : draft.spec().data(input)) {
                check(draft, input, spec, advice);
            }
        }
    }

    private static void check(Draft draft, InputSpec input, DataSpec spec, Advice advice) {
        TensorShape shape = new TensorShape(input.shape().value());
        if (spec instanceof DataSpec.MixUp mixUp) {
            double alpha = mixUp.usage().number("alpha");
            if (alpha > STRONG_ALPHA) {
                give(draft, input, spec, advice, Code.STRONG_MIXING, NumberUse.shortText(alpha));
            }
        } else if (spec instanceof DataSpec.Cutout cutout) {
            long area = (long) cutout.size().value() * cutout.size().value();
            long whole = shape.size() / shape.channels();
            if (2 * area > whole) {
                give(draft, input, spec, advice, Code.LARGE_CUTOUT, 100 * area / whole, shape);
            }
        }
    }

    private static void give(Draft draft, InputSpec input, DataSpec spec, Advice advice, Code code, Object... details) {
        Object[] all = new Object[details.length + 1];
        all[0] = spec.usage().text();
        System.arraycopy(details, 0, all, 1, details.length);
        Optional<FieldSpec> field = draft.spec().fields().stream()
                .filter(candidate -> candidate.input().equals(Optional.of(input)))
                .findFirst();
        if (field.isPresent()) {
            advice.give(code, field.get(), spec.usage().place(), all);
        } else {
            advice.give(code, spec.usage().place(), all);
        }
    }
}
