package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;

/** Both directions are those of a recurrent layer of the same field. */
public final class DirectionsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec field : draft.layers()) {
            if (Parameters.recurrent(field).isEmpty()) {
                Parameters.directions(field)
                        .ifPresent(directions -> problems.add(
                                Code.DIRECTIONS_OF_NOTHING,
                                directions.usage().place(),
                                directions.usage().text(),
                                field.name()));
            }
        }
    }
}
