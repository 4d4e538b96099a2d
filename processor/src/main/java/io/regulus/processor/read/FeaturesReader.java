package io.regulus.processor.read;

import io.regulus.annotations.Column;
import io.regulus.annotations.Features;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.ComponentType;
import io.regulus.processor.spec.ComponentType.Kind;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class with {@code @Features} in which everything is resolved into what the user wrote. */
public final class FeaturesReader {
    private static final Map<String, Kind> CLASSES = Map.of(
            "java.lang.Float", Kind.FLOAT,
            "java.lang.Double", Kind.DOUBLE,
            "java.lang.Integer", Kind.INT,
            "java.lang.Long", Kind.LONG,
            "java.lang.Boolean", Kind.BOOLEAN,
            "java.lang.String", Kind.STRING);

    private final Elements elements;
    private final ClassReader classes;

    public FeaturesReader(Elements elements, Types types) {
        this(elements, new ClassReader(elements, types));
    }

    FeaturesReader(Elements elements, ClassReader classes) {
        this.elements = elements;
        this.classes = classes;
    }

    /**
     * Reads a class annotated with {@code @Features}.
     *
     * @param declaredTypes qualified names of the types that the user's source declares
     */
    public FeaturesSpec read(TypeElement type, Set<String> declaredTypes) {
        ModelClass declared = classes.read(type, List.of(FeaturesSpec.SUFFIX), declaredTypes);
        return new FeaturesSpec(
                declared,
                Uses.on(type).usage(Features.class).orElseThrow(),
                type.getRecordComponents().stream().map(this::component).toList());
    }

    private ComponentSpec component(RecordComponentElement component) {
        Uses uses = Uses.on(component);
        return new ComponentSpec(
                component.getSimpleName().toString(),
                MirrorPlace.of(component),
                type(component.asType()),
                uses.read(RoleReaders.BY_NAME),
                uses.named(Column.class).map(use -> use.string("value")));
    }

    private ComponentType type(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return new ComponentType(primitive(type.getKind()), false, "", type.toString(), List.of());
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        String qualified = element.getQualifiedName().toString();
        String packageName = elements.getPackageOf(element).getQualifiedName().toString();
        boolean isEnum = element.getKind() == ElementKind.ENUM;
        return new ComponentType(
                isEnum ? Kind.ENUM : CLASSES.getOrDefault(qualified, Kind.OTHER),
                true,
                packageName,
                packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1),
                isEnum ? constants(element) : List.of());
    }

    private static Kind primitive(TypeKind kind) {
        return switch (kind) {
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case INT -> Kind.INT;
            case LONG -> Kind.LONG;
            case BOOLEAN -> Kind.BOOLEAN;
            default -> Kind.OTHER;
        };
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                .map(element -> element.getSimpleName().toString())
                .toList();
    }
}
