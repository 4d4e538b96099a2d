package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ConvolutionSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import java.util.List;
import java.util.stream.Collectors;

/** A convolution is strided or dilated, not both, as in Keras. */
public final class DilationRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            for (OpSpec op : field.ops()) {
                if (op instanceof ConvolutionSpec convolution
                        && isAboveOne(convolution.strides().value())
                        && isAboveOne(convolution.dilation().value())) {
                    problems.add(
                            Code.STRIDES_AND_DILATION,
                            convolution.dilation().place(),
                            op.usage().text(),
                            text(convolution.strides().value()),
                            text(convolution.dilation().value()));
                }
            }
        }
    }

    private static boolean isAboveOne(List<Integer> numbers) {
        return numbers.stream().anyMatch(number -> number > 1);
    }

    private static String text(List<Integer> numbers) {
        return numbers.size() == 1
                ? numbers.get(0).toString()
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
