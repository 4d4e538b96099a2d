package io.regulus.processor.read;

import io.regulus.annotations.Interval;
import io.regulus.annotations.Neutral;
import io.regulus.annotations.Range;
import io.regulus.annotations.Regularises;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Place;
import io.regulus.processor.spec.Regularising;
import io.regulus.processor.spec.Usage;
import io.regulus.processor.spec.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * One annotation of ours on a class or field, value by value. Its values are known to be resolved: see {@link Unresolved}.
 */
final class AnnotationUse {
    private final Element owner;
    private final AnnotationMirror mirror;
    private final Map<String, Member> members;
    private final int index;

    /** An element of the annotation type with its value. */
    private record Member(ExecutableElement element, AnnotationValue value, boolean explicit) {}

    private AnnotationUse(Element owner, AnnotationMirror mirror, Map<String, Member> members, int index) {
        this.owner = owner;
        this.mirror = mirror;
        this.members = members;
        this.index = index;
    }

    /**
     * An annotation with its values.
     *
     * @param index how many of its kind stand before it on the same element
     */
    static AnnotationUse of(Element owner, AnnotationMirror mirror, int index) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> written = mirror.getElementValues();
        Map<String, Member> members = new LinkedHashMap<>();
        for (ExecutableElement element :
                ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
            AnnotationValue value = written.containsKey(element) ? written.get(element) : element.getDefaultValue();
            members.put(element.getSimpleName().toString(), new Member(element, value, written.containsKey(element)));
        }
        return new AnnotationUse(owner, mirror, members, index);
    }

    /** Simple name of the annotation. */
    String name() {
        return Annotations.simpleName(mirror);
    }

    /** How many of its kind stand before it on the same element: 0 unless it is repeated. */
    int index() {
        return index;
    }

    Usage usage() {
        return new Usage(
                name(),
                MirrorPlace.of(owner, mirror),
                AnnotationText.of(mirror),
                members.values().stream().flatMap(this::numbers).toList(),
                regularising(mirror.getAnnotationType().asElement()));
    }

    Written<Integer> integer(String element) {
        Member member = member(element);
        return written(member, (Integer) member.value().getValue());
    }

    Written<Double> number(String element) {
        Member member = member(element);
        return written(member, (Double) member.value().getValue());
    }

    Written<Boolean> flag(String element) {
        Member member = member(element);
        return written(member, (Boolean) member.value().getValue());
    }

    <E extends Enum<E>> Written<E> constant(String element, Class<E> type) {
        Member member = member(element);
        VariableElement constant = (VariableElement) member.value().getValue();
        return written(member, Enum.valueOf(type, constant.getSimpleName().toString()));
    }

    Written<String> string(String element) {
        Member member = member(element);
        return written(member, (String) member.value().getValue());
    }

    /** A class that is named; none where {@code void.class} says so. */
    Optional<Written<TypeElement>> type(String element) {
        Member member = member(element);
        return member.value().getValue() instanceof DeclaredType type
                ? Optional.of(written(member, (TypeElement) type.asElement()))
                : Optional.empty();
    }

    Written<List<Integer>> integers(String element) {
        Member member = member(element);
        return written(
                member, items(member).map(item -> (Integer) item.getValue()).toList());
    }

    List<Written<String>> strings(String element) {
        Member member = member(element);
        return items(member)
                .map(item -> new Written<>((String) item.getValue(), member.explicit(), place(member, item)))
                .toList();
    }

    private Member member(String element) {
        return members.get(element);
    }

    private <T> Written<T> written(Member member, T value) {
        return new Written<>(value, member.explicit(), place(member, member.value()));
    }

    /** Where a value was written: a default stands in another file, so the annotation itself takes its place. */
    private Place place(Member member, AnnotationValue value) {
        return member.explicit() ? MirrorPlace.of(owner, mirror, value) : MirrorPlace.of(owner, mirror);
    }

    private Stream<NumberUse> numbers(Member member) {
        return range(member.element()).stream()
                .flatMap(range -> items(member)
                        .map(item -> new NumberUse(
                                member.element().getSimpleName().toString(),
                                ((Number) item.getValue()).doubleValue(),
                                item.getValue() instanceof Integer,
                                range,
                                meta(member.element(), Neutral.class).map(neutral -> (Double) value(neutral)),
                                regularising(member.element()),
                                member.explicit(),
                                place(member, item))));
    }

    /** The range stated at the annotation's element: nowhere else is it written. */
    private static Optional<Interval> range(ExecutableElement element) {
        return meta(element, Range.class).map(range -> Interval.parse((String) value(range)));
    }

    private static Optional<Regularising> regularising(Element element) {
        // its one element has the default false
        return meta(element, Regularises.class)
                .map(mirror -> new Regularising(!mirror.getElementValues().isEmpty() && (Boolean) value(mirror)));
    }

    /** An annotation of ours on an annotation or on an element of one. */
    private static Optional<? extends AnnotationMirror> meta(Element element, Class<?> type) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> Annotations.isOurs(mirror)
                        && Annotations.simpleName(mirror).equals(type.getSimpleName()))
                .findFirst();
    }

    /** What is written in an annotation of one element. */
    private static Object value(AnnotationMirror mirror) {
        return mirror.getElementValues().values().iterator().next().getValue();
    }

    /** The elements of an array, or the one value of what is none. */
    private static Stream<AnnotationValue> items(Member member) {
        return member.value()
                .accept(
                        new SimpleAnnotationValueVisitor14<Stream<AnnotationValue>, Void>(Stream.of(member.value())) {
                            @Override
                            public Stream<AnnotationValue> visitArray(
                                    List<? extends AnnotationValue> values, Void none) {
                                return values.stream().map(value -> value);
                            }
                        },
                        null);
    }
}
