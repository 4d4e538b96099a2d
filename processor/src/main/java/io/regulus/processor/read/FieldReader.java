package io.regulus.processor.read;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.DataType;
import io.regulus.annotations.ExcludeFromDecay;
import io.regulus.annotations.From;
import io.regulus.annotations.Input;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.SharesWeightsOf;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.FromSpec;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.RepeatSpec;
import io.regulus.processor.spec.Reuse;
import io.regulus.processor.spec.SharesSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the fields that concern us: those with an annotation of ours, and those whose type is {@code Layer} or a block. */
final class FieldReader {
    private FieldReader() {}

    static List<FieldSpec> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(Annotations::concerns)
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
                reuse(field, uses),
                uses.acceptAdvice(AcceptAdvice.class));
    }

    private static Reuse reuse(VariableElement field, Uses uses) {
        return Reuse.written(
                Annotations.block(field).map(type -> type.getQualifiedName().toString()),
                uses.named(Repeat.class).map(use -> new RepeatSpec(use.usage(), use.integer("value"))),
                uses.named(SharesWeightsOf.class)
                        .map(use ->
                                new SharesSpec(use.usage(), use.strings("value").get(0))));
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
