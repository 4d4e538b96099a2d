package io.regulus.processor.read;

import io.regulus.processor.spec.AdviceSpec;
import io.regulus.processor.spec.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;

/**
 * Our annotations on one class or field.
 *
 * @param all every one of them, as written
 */
record Uses(List<AnnotationUse> all) {
    static Uses on(Element element) {
        return new Uses(Annotations.on(element));
    }

    /** Those that the table has a reader for, read. */
    <T> List<T> read(Map<String, Function<AnnotationUse, T>> readers) {
        return all.stream()
                .filter(use -> readers.containsKey(use.name()))
                .map(use -> readers.get(use.name()).apply(use))
                .toList();
    }

    /** The annotation with this name. */
    Optional<AnnotationUse> named(Class<?> annotation) {
        return all.stream()
                .filter(use -> use.name().equals(annotation.getSimpleName()))
                .findFirst();
    }

    Optional<Usage> usage(Class<?> annotation) {
        return named(annotation).map(AnnotationUse::usage);
    }

    Optional<AdviceSpec> acceptAdvice(Class<?> annotation) {
        return named(annotation).map(use -> new AdviceSpec(use.usage(), use.strings("value")));
    }
}
