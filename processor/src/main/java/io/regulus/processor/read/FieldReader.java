package io.regulus.processor.read;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.DataType;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.OpSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the fields that concern us: those with an annotation of ours, and those of type {@code Layer}. */
final class FieldReader {
    private FieldReader() {}

    static List<FieldSpec> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> Annotations.areOn(field) || Annotations.isLayer(field.asType()))
                .map(FieldReader::field)
                .toList();
    }

    private static FieldSpec field(VariableElement field) {
        Uses uses = Uses.on(field);
        String name = field.getSimpleName().toString();
        return new FieldSpec(
                name,
                MirrorPlace.of(field),
                field.asType().toString(),
                Annotations.isLayer(field.asType()),
                uses.read(OpReaders.BY_NAME).stream()
                        .sorted(Comparator.comparing(OpSpec::slot))
                        .toList(),
                uses.read(PenaltyReaders.BY_NAME),
                uses.read(PolicyReaders.BY_NAME),
                uses.read(TaskReaders.BY_NAME),
                uses.named(Input.class).map(use -> input(name, use)),
                from(uses),
                uses.usage(ExcludeFromDecay.class),
                uses.acceptAdvice(AcceptAdvice.class));
    }

    private static InputSpec input(String name, AnnotationUse use) {
        return new InputSpec(
                use.usage(),
                name,
                use.integers("shape"),
                use.constant("type", DataType.class).value(),
                use.number("scale").value());
    }

    private static Optional<FromSpec> from(Uses uses) {
        return uses.named(From.class).map(use -> new FromSpec(use.usage(), use.strings("value")));
    }
}
