package io.regulus.processor.read;

import io.regulus.annotations.Block;
import io.regulus.annotations.DecayGroups;
import io.regulus.annotations.Features;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells our annotations from those of others. */
final class Annotations {
    private static final String PACKAGE = Network.class.getPackageName();

    /** Annotation types that hold several of one kind. */
    private static final Set<String> CONTAINERS = Set.of(DecayGroups.class.getSimpleName());

    private Annotations() {}

    /** Our annotations on a class or field, as written. */
    static List<AnnotationUse> on(Element element) {
        List<AnnotationUse> uses = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        mirrors(element)
                .filter(Annotations::isOurs)
                .forEach(mirror -> uses.add(
                        AnnotationUse.of(element, mirror, seen.merge(simpleName(mirror), 1, Integer::sum) - 1)));
        return uses;
    }

    /** The annotations on an element; those of ours that are repeated one by one, out of the container they are put into. */
    static Stream<AnnotationMirror> mirrors(Element element) {
        return element.getAnnotationMirrors().stream().flatMap(Annotations::opened);
    }

    private static Stream<AnnotationMirror> opened(AnnotationMirror mirror) {
        if (!isOurs(mirror) || !CONTAINERS.contains(simpleName(mirror))) {
            return Stream.of(mirror);
        }
        List<AnnotationMirror> held = mirror.getElementValues().values().stream()
                .flatMap(value -> value.getValue() instanceof List<?> items ? items.stream() : Stream.empty())
                .map(item -> ((AnnotationValue) item).getValue())
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
        // what the compiler cannot resolve is no list of annotations, and is left as it is to be told so
        return held.isEmpty() ? Stream.of(mirror) : held.stream();
    }

    /** Whether the element has an annotation of ours. */
    static boolean areOn(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Annotations::isOurs);
    }

    /** Whether the class is a model. */
    static boolean isModel(Element element) {
        return has(element, Network.class);
    }

    /** Whether the class is a block. */
    static boolean isBlock(Element element) {
        return has(element, Block.class);
    }

    /** Whether the class says what its components are to a network. */
    static boolean isFeatures(Element element) {
        return has(element, Features.class);
    }

    private static boolean has(Element element, Class<?> annotation) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), annotation.getName()));
    }

    /** The block that is the field's type. */
    static Optional<TypeElement> block(VariableElement field) {
        return Optional.of(field.asType())
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(Annotations::isBlock);
    }

    /** Whether a field concerns us: it has an annotation of ours, or its type is {@code Layer} or a block. */
    static boolean concerns(VariableElement field) {
        return areOn(field) || isLayer(field.asType()) || block(field).isPresent();
    }

    static boolean isOurs(AnnotationMirror mirror) {
        return isNamed(mirror.getAnnotationType(), PACKAGE + "." + simpleName(mirror));
    }

    static String simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    /** Whether the type is that of a layer field. */
    static boolean isLayer(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && isNamed((DeclaredType) type, Layer.class.getName());
    }

    private static boolean isNamed(DeclaredType type, String qualifiedName) {
        return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(qualifiedName);
    }
}
