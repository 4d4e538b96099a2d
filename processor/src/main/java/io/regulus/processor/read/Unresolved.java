package io.regulus.processor.read;

import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Something in an annotated class that the compiler cannot resolve yet. Another processor may generate it in this round, so the
 * class waits for the next; whatever is still missing in the last round the compiler reports itself.
 *
 * @param place where it is written
 * @param what the thing, for the message
 */
public record Unresolved(Place place, String what) {
    /** The first thing in a model class, in a block that it uses, or in a record of features, that cannot be resolved. */
    public static Optional<Unresolved> in(TypeElement type) {
        return in(type, new HashSet<>()).findFirst();
    }

    private static Stream<Unresolved> in(TypeElement type, Set<TypeElement> seen) {
        if (!seen.add(type)) {
            return Stream.empty();
        }
        Stream<Unresolved> ofFields =
                ElementFilter.fieldsIn(type.getEnclosedElements()).stream().flatMap(field -> ofField(field, seen));
        Stream<Unresolved> ofComponents = type.getRecordComponents().stream().flatMap(Unresolved::ofComponent);
        return Stream.of(ofSupertypes(type), ofAnnotations(type), ofFields, ofComponents)
                .flatMap(found -> found);
    }

    private static Stream<Unresolved> ofComponent(RecordComponentElement component) {
        return Annotations.areOn(component)
                ? Stream.concat(ofType(component), ofAnnotations(component))
                : Stream.empty();
    }

    private static Stream<Unresolved> ofField(VariableElement field, Set<TypeElement> seen) {
        if (!Annotations.concerns(field) && !mayBeBlock(field.asType())) {
            return Stream.empty();
        }
        Stream<Unresolved> ofBlock = Annotations.block(field).stream().flatMap(block -> in(block, seen));
        return Stream.of(ofType(field), ofAnnotations(field), ofBlock).flatMap(found -> found);
    }

    /** Whether it is unknown, and not for being generated only once the model has been read. */
    private static boolean mayBeBlock(TypeMirror type) {
        return isError(type) && !ModelClass.mayBeGenerated(type.toString());
    }

    private static Stream<Unresolved> ofSupertypes(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .filter(Unresolved::isError)
                .map(supertype -> new Unresolved(MirrorPlace.of(type), "the type " + supertype));
    }

    private static Stream<Unresolved> ofType(Element field) {
        return Stream.of(field.asType())
                .filter(Unresolved::isError)
                .map(type -> new Unresolved(MirrorPlace.of(field), "the type " + type));
    }

    private static Stream<Unresolved> ofAnnotations(Element element) {
        return Annotations.mirrors(element).flatMap(mirror -> ofAnnotation(element, mirror));
    }

    private static Stream<Unresolved> ofAnnotation(Element element, AnnotationMirror mirror) {
        if (isError(mirror.getAnnotationType())) {
            return Stream.of(new Unresolved(
                    MirrorPlace.of(element, mirror), "the annotation @" + Annotations.simpleName(mirror)));
        }
        return Annotations.isOurs(mirror) ? ofValues(element, mirror) : Stream.empty();
    }

    private static Stream<Unresolved> ofValues(Element element, AnnotationMirror mirror) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> written = mirror.getElementValues();
        return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements()).stream()
                .filter(member -> written.containsKey(member)
                        ? !written.get(member).accept(new IsResolved(), member.getReturnType())
                        : member.getDefaultValue() == null)
                .map(member -> new Unresolved(
                        written.containsKey(member)
                                ? MirrorPlace.of(element, mirror, written.get(member))
                                : MirrorPlace.of(element, mirror),
                        "the value of '" + member.getSimpleName() + "' in @" + Annotations.simpleName(mirror)));
    }

    private static boolean isError(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR;
    }

    /**
     * Whether a value is of the type its element has. A value that the compiler could not evaluate appears as a string,
     * whatever the type of the element, and where that is a string, as the text {@code <error>}.
     */
    private static final class IsResolved extends SimpleAnnotationValueVisitor14<Boolean, TypeMirror> {
        @Override
        public Boolean visitInt(int value, TypeMirror expected) {
            return expected.getKind() == TypeKind.INT;
        }

        @Override
        public Boolean visitDouble(double value, TypeMirror expected) {
            return expected.getKind() == TypeKind.DOUBLE;
        }

        @Override
        public Boolean visitBoolean(boolean value, TypeMirror expected) {
            return expected.getKind() == TypeKind.BOOLEAN;
        }

        @Override
        public Boolean visitString(String value, TypeMirror expected) {
            return expected.toString().equals(String.class.getName()) && !value.equals("<error>");
        }

        @Override
        public Boolean visitEnumConstant(VariableElement constant, TypeMirror expected) {
            return constant.asType().getKind() != TypeKind.ERROR
                    && constant.asType().toString().equals(expected.toString());
        }

        @Override
        public Boolean visitType(TypeMirror value, TypeMirror expected) {
            return !isError(value);
        }

        @Override
        public Boolean visitArray(List<? extends AnnotationValue> values, TypeMirror expected) {
            return expected.getKind() == TypeKind.ARRAY
                    && values.stream().allMatch(value -> value.accept(this, ((ArrayType) expected).getComponentType()));
        }

        @Override
        protected Boolean defaultAction(Object value, TypeMirror expected) {
            return false;
        }
    }
}
