package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.AlphaDropoutSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import java.util.List;
import java.util.Optional;

/** Alpha dropout drops to the limit of SELU, which other activations do not have (Klambauer et al., 2017). */
public final class AlphaDropoutWithoutSelu implements AdviceRule {
    private static final List<Slot> DECIDING = List.of(Slot.LAYER, Slot.NORM, Slot.ACTIVATION);

    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, AlphaDropoutSpec.class::isInstance, (field, dropout) -> {
            if (!endsInSelu(draft, field)) {
                advice.give(Code.ALPHA_DROPOUT_WITHOUT_SELU, field, dropout.place(), dropout.text(), field.name());
            }
        });
    }

    /** Whether what a field drops, or what it reads where it only merges, pools or reshapes, comes from SELU. */
    private static boolean endsInSelu(Draft draft, FieldSpec field) {
        if (DECIDING.stream().anyMatch(slot -> field.op(slot).isPresent())) {
            return field.activation().value() == ActivationFunction.SELU;
        }
        return draft.wiring().inputs(field).stream().allMatch(name -> {
            Optional<FieldSpec> read = draft.layer(name);
            return read.isPresent() && endsInSelu(draft, read.get());
        });
    }
}
