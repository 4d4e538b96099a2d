package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.AddSpec;
import io.regulus.processor.spec.DropPathSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.SpatialDropoutSpec;

/** Where whole branches or whole channels are dropped, and there is no shortcut or no channel. */
public final class NoisePlace implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, DropPathSpec.class::isInstance, (field, noise) -> {
            if (draft.wiring().readers(field).stream().noneMatch(NoisePlace::adds)) {
                advice.give(Code.DROP_PATH_WITHOUT_ADD, field, noise.place(), noise.text(), field.name(), field.name());
            }
        });
        Dropouts.forEach(
                draft,
                SpatialDropoutSpec.class::isInstance,
                (field, noise) -> draft.shaped(field)
                        .map(ValidField::output)
                        .filter(shape -> shape.rank() == 1)
                        .ifPresent(shape ->
                                advice.give(Code.SPATIAL_DROPOUT_ON_ROW, field, noise.place(), noise.text(), shape)));
    }

    private static boolean adds(FieldSpec reader) {
        return reader.op(Slot.MERGE).filter(AddSpec.class::isInstance).isPresent();
    }
}
