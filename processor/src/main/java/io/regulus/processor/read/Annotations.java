package io.regulus.processor.read;

import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells our annotations from those of others. */
final class Annotations {
    private static final String PACKAGE = Network.class.getPackageName();

    private Annotations() {}

    /** Our annotations on a class or field, as written. */
    static List<AnnotationUse> on(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(Annotations::isOurs)
                .map(mirror -> AnnotationUse.of(element, mirror))
                .toList();
    }

    /** Whether the element has an annotation of ours. */
    static boolean areOn(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Annotations::isOurs);
    }

    /** Whether the class is a model. */
    static boolean isModel(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> isNamed(mirror.getAnnotationType(), Network.class.getName()));
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
