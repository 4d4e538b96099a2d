package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import java.util.stream.Stream;

/** A batch norm mixes the steps of a recurrent layer and its rows, which differ in length and meaning. */
public final class NormAfterRecurrent implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec field : draft.layers()) {
            if (Parameters.recurrent(field).isPresent()) {
                Stream<FieldSpec> readers = draft.wiring().readers(field).stream()
                        .filter(reader -> reader.ops().get(0) instanceof BatchNormSpec);
                Stream.concat(Stream.of(field), readers)
                        .forEach(norm -> norm.ops().stream()
                                .filter(BatchNormSpec.class::isInstance)
                                .forEach(op -> give(advice, field, norm, op)));
            }
        }
    }

    private static void give(Advice advice, FieldSpec recurrent, FieldSpec field, OpSpec norm) {
        advice.give(
                Code.NORM_AFTER_RECURRENT,
                field,
                norm.usage().place(),
                norm.usage().text(),
                recurrent.name());
    }
}
