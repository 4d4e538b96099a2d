package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import java.util.List;
import java.util.Optional;

/** A batch norm behind a dropout learns the variance of training, which dropout raises, and meets another in inference. */
public final class DropoutBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(
                draft,
                (field, dropout) -> norm(draft, field)
                        .ifPresent(norm -> advice.give(
                                Code.DROPOUT_BEFORE_NORM, field, dropout.place(), dropout.text(), norm.name())));
    }

    /** The first field behind this one that starts with a norm, as far as no weights stand between. */
    private static Optional<FieldSpec> norm(Draft draft, FieldSpec field) {
        List<FieldSpec> weightless = draft.wiring().readers(field).stream()
                .filter(reader -> reader.weighted().isEmpty())
                .toList();
        Optional<FieldSpec> norm = weightless.stream()
                .filter(reader -> reader.op(Slot.NORM).isPresent())
                .findFirst();
        return norm.or(() -> weightless.stream()
                .flatMap(reader -> norm(draft, reader).stream())
                .findFirst());
    }
}
