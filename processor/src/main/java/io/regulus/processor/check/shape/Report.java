package io.regulus.processor.check.shape;

import io.regulus.processor.check.Wiring;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Conv2DTransposeSpec;
import io.regulus.processor.spec.DepthwiseConv2DSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.RecurrentSpec;
import io.regulus.processor.spec.SeparableConv2DSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.UpSamplingSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where an operation whose shapes do not fit says so.
 *
 * @param wiring which layer reads which
 * @param shapes what each layer before gives
 * @param trace the way into the operation
 * @param problems the report
 */
record Report(Wiring wiring, Map<String, TensorShape> shapes, Trace trace, Problems problems) {
    /** The longest list of numbers that a cure names. */
    private static final int MOST_NAMED = 12;

    /** Whether the operation gets the image or the sequence that it needs; reports it where it does not. */
    boolean fits(OpSpec op, boolean sequence, TensorShape input) {
        if (sequence) {
            return input.isSequence() || needs(Code.NEEDS_SEQUENCE, op, input, sequenceCure(op, input));
        }
        return input.isImage() || needs(Code.NEEDS_IMAGE, op, input, imageCure(op, input));
    }

    private boolean needs(Code code, OpSpec op, TensorShape input, String cure) {
        problems.add(code, op.usage().place(), op.usage().text(), input, trace, cure);
        return false;
    }

    private String imageCure(OpSpec op, TensorShape input) {
        if (input.isSequence()) {
            return twin(op, "2D", "1D") + "make an image of it with @Reshape.";
        }
        return trace.isDirect()
                ? "The input is flat; write it as {height, width, channels}" + example(input.channels()) + "."
                : "Put it before the layer that flattens, or give the network an image as input.";
    }

    private String sequenceCure(OpSpec op, TensorShape input) {
        if (input.isImage()) {
            return twin(op, "1D", "2D") + "make a sequence of it with @Reshape.";
        }
        if (op instanceof RecurrentSpec && input.rank() == 1 && !trace.isDirect()) {
            return "If a recurrent layer gives the row, write returnSequences = true there; else make a sequence of it with"
                    + " @Reshape.";
        }
        return trace.isDirect()
                ? "The input is flat; write it as {steps, features}, such as {" + input.channels() + ", 1}."
                : "Put it before the layer that flattens, or make a sequence of the row with @Reshape.";
    }

    /** The same for the other kind of input, where there is such an annotation. */
    private static String twin(OpSpec op, String from, String to) {
        String name = op.usage().annotation();
        boolean hasTwin = name.contains(from)
                && !(op instanceof DepthwiseConv2DSpec
                        || op instanceof SeparableConv2DSpec
                        || op instanceof Conv2DTransposeSpec
                        || op instanceof UpSamplingSpec);
        return hasTwin
                ? "Use @" + name.replace(from, to) + ", or "
                : "It has no counterpart for " + (to.equals("1D") ? "sequences; " : "images; ");
    }

    /** The square image of so many values, if there is one. */
    private static String example(int values) {
        int side = (int) Math.sqrt(values);
        return (long) side * side == values ? ", such as {" + side + ", " + side + ", 1}" : "";
    }

    /** Reports that the window is larger than what comes in. */
    Optional<TensorShape> windowTooLarge(OpSpec op, Window window, TensorShape input) {
        problems.add(Code.WINDOW_TOO_LARGE, op.usage().place(), op.usage().text(), window, input, trace);
        return Optional.empty();
    }

    /** Reports that the channels cannot be cut into so many groups. */
    Optional<TensorShape> groups(OpSpec op, int groups, TensorShape input) {
        List<Integer> divisors = IntStream.rangeClosed(1, input.channels())
                .filter(divisor -> input.channels() % divisor == 0)
                .boxed()
                .toList();
        String cure = divisors.size() > MOST_NAMED
                ? "Write a divisor of " + input.channels() + "."
                : "Write one of " + divisors.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".";
        String verdict = "the " + input.channels() + " channels of " + input + " cannot be cut into " + groups
                + " groups of equal size";
        problems.add(Code.NORM_GROUPS, op.usage().place(), op.usage().text(), verdict, trace, cure);
        return Optional.empty();
    }

    /** Reports that a norm takes its statistics of single values. */
    Optional<TensorShape> oneValue(OpSpec op, TensorShape input, String why) {
        problems.add(
                Code.NORM_GROUPS,
                op.usage().place(),
                op.usage().text(),
                "what is normalised by itself in " + input + " is a single number, which leaves nothing of it",
                trace,
                why + " Normalise over more values, or write @BatchNorm.");
        return Optional.empty();
    }

    /** Reports that the values that come in do not have the shape that is asked for. */
    Optional<TensorShape> cannotReshape(OpSpec op, String why, String cure) {
        problems.add(Code.RESHAPE_SIZE, op.usage().place(), op.usage().text(), why, trace, cure);
        return Optional.empty();
    }

    /** Reports that axes that are named do not exist or do not fit. */
    Optional<TensorShape> axes(OpSpec op, String why, String cure) {
        problems.add(Code.AXES, op.usage().place(), op.usage().text(), why, trace, cure);
        return Optional.empty();
    }

    /** Reports that no output has so many places at its end. */
    Optional<TensorShape> outputPadding(Conv2DTransposeSpec op, String why, String cure) {
        problems.add(Code.OUTPUT_PADDING, op.outputPadding().place(), op.usage().text(), why, trace, cure);
        return Optional.empty();
    }

    /** Reports that two inputs do not merge, each with the way it came. */
    Optional<TensorShape> doNotMerge(OpSpec op, String rule, String left, String right, String cure) {
        problems.add(
                Code.MERGE_SHAPES,
                op.usage().place(),
                op.usage().text(),
                rule,
                shapes.get(left),
                shapes.get(right),
                Trace.to(left, wiring, shapes),
                Trace.to(right, wiring, shapes),
                cure);
        return Optional.empty();
    }

    /** The shape with these dimensions, unless one row of it would be too large. */
    Optional<TensorShape> row(OpSpec op, List<Integer> dims) {
        TensorShape shape = new TensorShape(dims);
        return rowOf(op, Sizes.row(shape)) ? Optional.of(shape) : Optional.empty();
    }

    /** An image of this size, unless it would be too large. */
    Optional<TensorShape> image(OpSpec op, long height, long width, int channels) {
        boolean isEach = rowOf(op, Math.max(height, width));
        return isEach ? row(op, List.of((int) height, (int) width, channels)) : Optional.empty();
    }

    /** Whether one row may have so many values. */
    boolean rowOf(OpSpec op, long size) {
        if (size > Sizes.LIMIT) {
            problems.add(Code.ROW_TOO_LARGE, op.usage().place(), op.usage().text(), Sizes.text(size), Sizes.LIMIT);
        }
        return size <= Sizes.LIMIT;
    }

    /** Whether a kernel may have these dimensions. */
    boolean kernel(OpSpec op, List<Integer> dims) {
        long size = Sizes.product(dims);
        if (size > Sizes.VARIABLE_LIMIT) {
            problems.add(
                    Code.TOO_MANY_PARAMETERS,
                    op.usage().place(),
                    op.usage().text(),
                    Sizes.text(size),
                    Sizes.VARIABLE_LIMIT,
                    trace);
        }
        return size <= Sizes.VARIABLE_LIMIT;
    }
}
