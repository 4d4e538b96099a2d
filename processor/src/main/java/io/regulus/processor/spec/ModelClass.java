package io.regulus.processor.spec;

import java.util.List;

/**
 * An annotated class itself: a model, or a record of features.
 *
 * @param packageName its package, empty for the unnamed one
 * @param name its name within the package, {@code Outer.FashionNet} for a nested class
 * @param place the class
 * @param kind what it is declared as
 * @param isPrivate whether it or a class around it is private
 * @param isInner whether it is an inner class, which has no place for static use
 * @param typeParameters names of its type parameters
 * @param inheritedLayers layers declared in a superclass, as {@code Base.hidden}
 * @param existingTypes simple names of generated types that the user's source declares already
 */
public record ModelClass(
        String packageName,
        String name,
        Place place,
        Kind kind,
        boolean isPrivate,
        boolean isInner,
        List<String> typeParameters,
        List<String> inheritedLayers,
        List<String> existingTypes) {
    /** What the names of the types that are generated for a model end with. */
    public static final List<String> SUFFIXES = List.of("Model", "Graph", "Training", "Hyperparameters");

    public ModelClass {
        typeParameters = List.copyOf(typeParameters);
        inheritedLayers = List.copyOf(inheritedLayers);
        existingTypes = List.copyOf(existingTypes);
    }

    /** What a type can be declared as. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    /** Prefix of the generated names: {@code Outer_FashionNet} for a nested class. */
    public String flatName() {
        return name.replace('.', '_');
    }

    /** Simple names of the types that are generated for it. */
    public List<String> generatedTypes() {
        return SUFFIXES.stream().map(flatName()::concat).toList();
    }

    /** Whether a type of this name may be one that is generated for a model. */
    public static boolean mayBeGenerated(String type) {
        return SUFFIXES.stream().anyMatch(type::endsWith);
    }

    /** The same class, with those of its generated types that exist already. */
    public ModelClass withExistingTypes(List<String> existing) {
        return new ModelClass(
                packageName, name, place, kind, isPrivate, isInner, typeParameters, inheritedLayers, existing);
    }

    /** Fully qualified name. */
    public String qualifiedName() {
        return packageName.isEmpty() ? name : packageName + "." + name;
    }
}
