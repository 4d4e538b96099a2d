package io.regulus.processor.read;

import io.regulus.processor.spec.ModelClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how the model class itself is declared. */
final class ClassReader {
    private final Elements elements;
    private final Types types;

    ClassReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * Reads a class.
     *
     * @param suffixes what the names of the types that are generated for it end with
     * @param declaredTypes qualified names of the types that the user's source declares
     */
    ModelClass read(TypeElement type, List<String> suffixes, Set<String> declaredTypes) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String qualifiedName = type.getQualifiedName().toString();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        ModelClass read = new ModelClass(
                packageName,
                qualifiedName.substring(prefix.length()),
                MirrorPlace.of(type),
                kind(type),
                enclosing(type).anyMatch(around -> around.getModifiers().contains(Modifier.PRIVATE)),
                isInner(type),
                type.getTypeParameters().stream().map(Object::toString).toList(),
                inheritedLayers(type),
                List.of());
        return read.withExistingTypes(suffixes.stream()
                .map(read.flatName()::concat)
                .filter(name -> declaredTypes.contains(prefix + name))
                .toList());
    }

    static ModelClass.Kind kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> ModelClass.Kind.INTERFACE;
            case ENUM -> ModelClass.Kind.ENUM;
            case RECORD -> ModelClass.Kind.RECORD;
            case ANNOTATION_TYPE -> ModelClass.Kind.ANNOTATION;
            default -> ModelClass.Kind.CLASS;
        };
    }

    /** The class and those around it, from the inside out. */
    private static Stream<Element> enclosing(TypeElement type) {
        return Stream.iterate(
                (Element) type, around -> around.getKind() != ElementKind.PACKAGE, Element::getEnclosingElement);
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getNestingKind() == NestingKind.MEMBER
                && !type.getModifiers().contains(Modifier.STATIC)
                && !type.getEnclosingElement().getKind().isInterface();
    }

    /** Layers that supertypes declare. */
    List<String> inheritedLayers(TypeElement type) {
        Set<String> layers = new LinkedHashSet<>();
        collectLayers(type.asType(), layers);
        return List.copyOf(layers);
    }

    private void collectLayers(TypeMirror type, Set<String> layers) {
        for (TypeMirror supertype : types.directSupertypes(type)) {
            Element element = types.asElement(supertype);
            ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                    .filter(field -> Annotations.isLayer(field.asType())
                            || Annotations.block(field).isPresent())
                    .forEach(field -> layers.add(element.getSimpleName() + "." + field.getSimpleName()));
            collectLayers(supertype, layers);
        }
    }
}
