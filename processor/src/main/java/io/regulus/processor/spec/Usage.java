package io.regulus.processor.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * One annotation as it stands in the source: what every spec that stems from an annotation has in common.
 *
 * @param annotation simple name, such as {@code Dense}
 * @param place the annotation
 * @param text the annotation as source, only what was written, such as {@code @Dense(units = 10)}
 * @param numbers every number of it that has a range, arrays element by element, defaults included
 * @param regularising that the annotation as a whole regularises, where it does
 */
public record Usage(
        String annotation, Place place, String text, List<NumberUse> numbers, Optional<Regularising> regularising) {
    /** An annotation that is no regulariser. */
    public Usage(String annotation, Place place, String text, List<NumberUse> numbers) {
        this(annotation, place, text, numbers, Optional.empty());
    }

    public Usage {
        numbers = List.copyOf(numbers);
    }

    /** The same annotation with the numbers of an element replaced: for sizes that are known only where it is used. */
    public Usage sized(String element, IntUnaryOperator size) {
        return new Usage(
                annotation,
                place,
                text,
                numbers.stream()
                        .map(number -> number.element().equals(element)
                                ? number.with(size.applyAsInt((int) number.value()))
                                : number)
                        .toList(),
                regularising);
    }

    /** The same annotation with the numbers of an array told apart: {@code class0}, {@code class1} in place of the element's name. */
    public Usage numbered(String element, String each) {
        List<NumberUse> named = new ArrayList<>();
        int next = 0;
        for (NumberUse number : numbers) {
            named.add(number.element().equals(element) ? number.named(each + next++) : number);
        }
        return new Usage(annotation, place, text, named, regularising);
    }

    /** The first number of the named element. */
    public double number(String element) {
        return numbers.stream()
                .filter(number -> number.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("@" + annotation + " has no number " + element))
                .value();
    }
}
