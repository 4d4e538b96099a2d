package io.regulus.processor.check.shape;

import io.regulus.annotations.Padding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A window that slides over an image or a sequence; its numbers are vertical, horizontal, or the one of the steps.
 *
 * @param size how many values it reads in each direction
 * @param strides its step
 * @param dilation the distance of the values that it reads
 * @param padding what happens at the border
 */
public record Window(List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding) {
    public Window {
        size = List.copyOf(size);
        strides = List.copyOf(strides);
        dilation = List.copyOf(dilation);
    }

    /** A window in so many directions; one number stands for all of them. */
    public static Window of(
            int directions, List<Integer> size, List<Integer> strides, List<Integer> dilation, Padding padding) {
        return new Window(all(directions, size), all(directions, strides), all(directions, dilation), padding);
    }

    private static List<Integer> all(int directions, List<Integer> numbers) {
        return numbers.size() == 1 ? Collections.nCopies(directions, numbers.get(0)) : numbers;
    }

    /** Whether at least one whole window fits; with zeros around the input it always does. */
    boolean fits(List<Integer> input) {
        return padding == Padding.SAME || directions().allMatch(i -> span(i) <= input.get(i));
    }

    /** How many places the window takes in each direction. */
    List<Integer> output(List<Integer> input) {
        List<Integer> places = new ArrayList<>();
        directions().forEach(i -> places.add(output(i, input.get(i))));
        return places;
    }

    private int output(int direction, int size) {
        int stride = strides.get(direction);
        return switch (padding) {
            // Rounds up, without the overflow of size + stride - 1.
            case SAME -> (size - 1) / stride + 1;
            case VALID -> (int) (size - span(direction)) / stride + 1;
        };
    }

    /** From the first value that the window reads to the last. */
    private long span(int direction) {
        return (size.get(direction) - 1L) * dilation.get(direction) + 1;
    }

    private IntStream directions() {
        return IntStream.range(0, size.size());
    }

    @Override
    public String toString() {
        String read = directions().mapToObj(i -> "" + size.get(i)).collect(Collectors.joining(" x "));
        String spanned = directions().mapToObj(i -> "" + span(i)).collect(Collectors.joining(" x "));
        return read.equals(spanned) ? read : read + " that spans " + spanned;
    }
}
