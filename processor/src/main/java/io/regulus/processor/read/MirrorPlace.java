package io.regulus.processor.read;

import io.regulus.processor.spec.Place;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * A place in the user's source, as exact as the compiler takes it.
 *
 * @param element the class or field
 * @param mirror the annotation on it
 * @param value the value in the annotation
 */
public record MirrorPlace(Element element, Optional<AnnotationMirror> mirror, Optional<AnnotationValue> value)
        implements Place {
    /** The class or field itself. */
    static MirrorPlace of(Element element) {
        return new MirrorPlace(element, Optional.empty(), Optional.empty());
    }

    /** An annotation on it. */
    static MirrorPlace of(Element element, AnnotationMirror mirror) {
        return new MirrorPlace(element, Optional.of(mirror), Optional.empty());
    }

    /** A value, or one element of an array, in an annotation on it. */
    static MirrorPlace of(Element element, AnnotationMirror mirror, AnnotationValue value) {
        return new MirrorPlace(element, Optional.of(mirror), Optional.of(value));
    }

    /** Prints a message here. */
    public void print(Messager messager, Diagnostic.Kind kind, String message) {
        if (element.getKind() == ElementKind.RECORD_COMPONENT) {
            messager.printMessage(kind, message, fieldOf(element));
            return;
        }
        // The compilers take an absent mirror or value as null, and then fall back to the wider place.
        messager.printMessage(kind, message, element, mirror.orElse(null), value.orElse(null));
    }

    /** The compilers know no place of a component, but that of the field it makes. */
    private static Element fieldOf(Element component) {
        Element record = component.getEnclosingElement();
        return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .map(Element.class::cast)
                .findFirst()
                .orElse(record);
    }
}
