package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.problem.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is accepted is advice that exists: a mistyped code would accept nothing, and errors cannot be accepted. */
public final class AcceptedAdviceRule implements Rule {
    private static final List<String> IDS = Arrays.stream(Code.values())
            .filter(code -> code.severity() == Severity.ADVICE)
            .map(Code::id)
            .toList();

    @Override
    public void check(Draft draft, Problems problems) {
        Stream.concat(
                        draft.spec().acceptAdvice().stream(),
                        draft.spec().fields().stream().flatMap(field -> field.acceptAdvice().stream()))
                .forEach(advice -> advice.codes().stream()
                        .filter(code -> Code.advice(code.value()).isEmpty())
                        .forEach(code -> problems.add(
                                Code.UNKNOWN_ADVICE,
                                code.place(),
                                advice.usage().text(),
                                code.value(),
                                Nearest.cure(code.value(), IDS, "codes of advice"))));
    }
}
