package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.GlobalPoolSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.PoolSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where dropout does not do what it is for: on raw input, before a pooling, on a feature map. Each dropout gets the most
 * specific of the three, because the others follow from it.
 */
public final class DropoutPlace implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        Set<String> raw = raw(draft);
        Dropouts.forEach(draft, Dropouts::dropsValues, (field, dropout) -> {
            if (raw.contains(field.name())) {
                advice.give(Code.DROPOUT_ON_INPUT, field, dropout.place(), dropout.text());
            }
        });
        Dropouts.forEach(draft, DropoutSpec.class::isInstance, (field, dropout) -> {
            if (!raw.contains(field.name())) {
                behindWeights(draft, field, dropout, advice);
            }
        });
    }

    /** A pooling and neighbours hide single values; they hide no whole channels. */
    private static void behindWeights(Draft draft, FieldSpec field, Usage dropout, Advice advice) {
        Optional<FieldSpec> pooling = pooling(draft, field);
        if (pooling.isPresent()) {
            advice.give(
                    Code.DROPOUT_BEFORE_POOLING,
                    field,
                    dropout.place(),
                    dropout.text(),
                    pooling.get().name());
            return;
        }
        draft.shaped(field)
                .map(ValidField::output)
                .filter(TensorShape::isImage)
                .ifPresent(image -> advice.give(Code.DROPOUT_ON_IMAGE, field, dropout.place(), dropout.text(), image));
    }

    /** The layers that no weights stand before: the network's first ones. */
    private static Set<String> raw(Draft draft) {
        Set<String> raw = new HashSet<>();
        draft.inputs().forEach(input -> raw.add(input.name()));
        for (FieldSpec layer : draft.wiring().order()) {
            boolean isKnown = draft.shaped(layer).isPresent();
            if (isKnown
                    && layer.op(Slot.LAYER).isEmpty()
                    && raw.containsAll(draft.wiring().inputs(layer))) {
                raw.add(layer.name());
            }
        }
        return raw;
    }

    /** The only reader of the field, if it starts with a pooling that hides values: a mean of all of them hides none. */
    private static Optional<FieldSpec> pooling(Draft draft, FieldSpec field) {
        List<FieldSpec> readers = draft.wiring().readers(field);
        return readers.stream()
                .filter(reader -> readers.size() == 1)
                .filter(reader -> reader.weighted().isEmpty()
                        && reader.op(Slot.POOLING).filter(DropoutPlace::hides).isPresent())
                .findFirst();
    }

    private static boolean hides(OpSpec pooling) {
        return pooling instanceof PoolSpec || (pooling instanceof GlobalPoolSpec global && global.max());
    }
}
