package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.GaussianDropoutSpec;
import io.regulus.processor.spec.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A batch norm behind a dropout learns the variance of training, which dropout raises, and meets another in inference. */
public final class DropoutBeforeNorm implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(
                draft,
                op -> Dropouts.dropsValues(op) || op instanceof GaussianDropoutSpec,
                (field, dropout) -> norm(draft, field)
                        .ifPresent(norm -> advice.give(
                                Code.DROPOUT_BEFORE_NORM, field, dropout.place(), dropout.text(), norm.name())));
    }

    /** The nearest field behind this one that has a batch norm and no weights before it. */
    private static Optional<FieldSpec> norm(Draft draft, FieldSpec field) {
        // Walks on from field to field, each once: there may be circles, which are reported elsewhere.
        List<FieldSpec> reached = new ArrayList<>(List.of(field));
        for (int i = 0; i < reached.size(); i++) {
            for (FieldSpec reader : draft.wiring().readers(reached.get(i))) {
                if (reader.weighted().isEmpty()
                        && reader.op(Slot.NORM)
                                .filter(BatchNormSpec.class::isInstance)
                                .isPresent()) {
                    return Optional.of(reader);
                }
                if (reader.weighted().isEmpty() && !reached.contains(reader)) {
                    reached.add(reader);
                }
            }
        }
        return Optional.empty();
    }
}
