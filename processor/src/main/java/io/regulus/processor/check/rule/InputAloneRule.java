package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import java.util.stream.Stream;

/** An input is nothing but an input. */
public final class InputAloneRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.spec().fields()) {
            if (field.input().isPresent()) {
                others(field)
                        .forEach(usage -> problems.add(Code.INPUT_IS_LAYER, usage.place(), usage.text(), field.name()));
            }
        }
    }

    private static Stream<Usage> others(FieldSpec field) {
        Stream<Sourced> sourced = Stream.of(
                        field.ops().stream(), field.penalties().stream(), field.tasks().stream(), field.from().stream())
                .flatMap(specs -> specs);
        return Stream.concat(sourced.map(Sourced::usage), field.exclude().stream());
    }
}
