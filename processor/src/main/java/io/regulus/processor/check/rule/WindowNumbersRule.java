package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.UpSamplingSpec;
import io.regulus.processor.spec.Written;
import java.util.List;

/** What is told for each direction, such as the size and the step of a window, is one number or two. */
public final class WindowNumbersRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            for (OpSpec op : field.ops()) {
                if (op instanceof ConvolutionSpec conv) {
                    oneOrTwo(conv, "kernel", conv.kernel(), problems);
                    oneOrTwo(conv, "strides", conv.strides(), problems);
                    oneOrTwo(conv, "dilation", conv.dilation(), problems);
                } else if (op instanceof Conv2DTransposeSpec conv) {
                    oneOrTwo(conv, "kernel", conv.kernel(), problems);
                    oneOrTwo(conv, "strides", conv.strides(), problems);
                    noneOneOrTwo(conv, "outputPadding", conv.outputPadding(), problems);
                } else if (op instanceof PoolSpec pool) {
                    oneOrTwo(pool, "pool", pool.pool(), problems);
                    // no strides are the default: the size of the window
                    noneOneOrTwo(pool, "strides", pool.strides(), problems);
                } else if (op instanceof UpSamplingSpec up) {
                    oneOrTwo(up, "size", up.size(), problems);
                }
            }
        }
    }

    private static void noneOneOrTwo(OpSpec op, String element, Written<List<Integer>> numbers, Problems problems) {
        if (!numbers.value().isEmpty()) {
            oneOrTwo(op, element, numbers, problems);
        }
    }

    private static void oneOrTwo(OpSpec op, String element, Written<List<Integer>> numbers, Problems problems) {
        int count = numbers.value().size();
        if (count != 1 && count != 2) {
            problems.add(
                    Code.WINDOW_NUMBERS,
                    numbers.place(),
                    op.usage().text(),
                    element,
                    count,
                    cure(element, numbers.value()));
        }
    }

    /** The first numbers that were written, as far as they are any use. */
    private static String cure(String element, List<Integer> numbers) {
        boolean isUsable = numbers.size() > 1 && numbers.get(0) > 0 && numbers.get(1) > 0;
        int height = isUsable ? numbers.get(0) : 2;
        int width = isUsable ? numbers.get(1) : 2;
        String both = element + " = {" + height + ", " + width + "}";
        return height == width ? element + " = " + height + " or " + both : both;
    }
}
