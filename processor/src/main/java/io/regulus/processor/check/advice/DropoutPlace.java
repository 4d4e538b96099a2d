package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.Optional;

/**
 * Where dropout does not do what it is for: on raw input, before a pooling, on a feature map. Each dropout gets the most
 * specific of the three, because the others follow from it.
 */
public final class DropoutPlace implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Dropouts.forEach(draft, (field, dropout) -> {
            Optional<FieldSpec> pooling = pooling(draft, field);
            Optional<TensorShape> image =
                    draft.shaped(field).map(ValidField::output).filter(TensorShape::isImage);
            if (isRaw(draft, field)) {
                advice.give(Code.DROPOUT_ON_INPUT, field, dropout.place(), dropout.text());
            } else if (pooling.isPresent()) {
                advice.give(
                        Code.DROPOUT_BEFORE_POOLING,
                        field,
                        dropout.place(),
                        dropout.text(),
                        pooling.get().name());
            } else if (image.isPresent()) {
                advice.give(Code.DROPOUT_ON_IMAGE, field, dropout.place(), dropout.text(), image.get());
            }
        });
    }

    /** Whether no weights stand between the input and what the field gives. */
    private static boolean isRaw(Draft draft, FieldSpec field) {
        return field.weighted().isEmpty()
                && draft.shaped(field).isPresent()
                && draft.wiring().inputs(field).stream()
                        .allMatch(name -> draft.layer(name)
                                .map(layer -> isRaw(draft, layer))
                                .orElse(true));
    }

    /** The only reader of the field, if it starts with a pooling. */
    private static Optional<FieldSpec> pooling(Draft draft, FieldSpec field) {
        List<FieldSpec> readers = draft.wiring().readers(field);
        return readers.stream()
                .filter(reader -> readers.size() == 1)
                .filter(reader ->
                        reader.weighted().isEmpty() && reader.op(Slot.POOLING).isPresent())
                .findFirst();
    }
}
