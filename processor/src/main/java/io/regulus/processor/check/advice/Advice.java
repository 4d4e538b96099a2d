package io.regulus.processor.check.advice;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.AdviceSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.Place;
import java.util.Optional;

/** Gives advice, unless the user has accepted it. */
public final class Advice {
    private final NetworkSpec spec;
    private final Problems problems;

    public Advice(NetworkSpec spec, Problems problems) {
        this.spec = spec;
        this.problems = problems;
    }

    /** Advice about a field; the class or the field may accept it. */
    void give(Code code, FieldSpec field, Place place, Object... details) {
        if (!isAccepted(code, field.acceptAdvice())) {
            give(code, place, details);
        }
    }

    /** Advice about something on the class. */
    void give(Code code, Place place, Object... details) {
        if (!isAccepted(code, spec.acceptAdvice())) {
            problems.add(code, place, details);
        }
    }

    private static boolean isAccepted(Code code, Optional<AdviceSpec> accepted) {
        return accepted.stream()
                .flatMap(advice -> advice.codes().stream())
                .anyMatch(id -> id.value().equals(code.id()));
    }
}
