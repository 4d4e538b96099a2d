package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.check.shape.Sizes;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.TensorShape;
import java.util.List;

/** The input has one to three dimensions, and a row of it fits into an array. */
public final class InputShapeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (InputSpec input : draft.spec().inputs()) {
            List<Integer> dims = input.shape().value();
            if (dims.isEmpty() || dims.size() > 3) {
                problems.add(
                        Code.INPUT_RANK, input.shape().place(), input.usage().text(), dims.size());
            } else if (input.usage().numbers().stream().allMatch(NumberUse::inRange)) {
                long size = Sizes.row(new TensorShape(dims));
                if (size > Sizes.LIMIT) {
                    problems.add(
                            Code.ROW_TOO_LARGE,
                            input.shape().place(),
                            input.usage().text(),
                            Sizes.text(size),
                            Sizes.LIMIT);
                }
            }
        }
    }
}
