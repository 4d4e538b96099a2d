package io.regulus.engine;

import io.regulus.ops.InputStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TNumber;

/**
 * What is fed into a network.
 *
 * @param name the field
 * @param type {@code TFloat32}, {@code TUint8} or {@code TInt32}
 * @param row shape of one row, without the batch dimension
 * @param vocabulary where the values are ids, the number of them: each is from 0 to below this; empty where they are not
 * @param standard where its mean and deviation are learned from the data, how; empty where nothing is
 */
public record InputPort<I extends TNumber>(
        String name, Class<I> type, List<Long> row, OptionalInt vocabulary, Optional<Standard> standard) {
    /** Name of the only input of a network. */
    static final String ONLY = "input";

    /**
     * How mean and deviation of an input are learned.
     *
     * @param variables what the names of their variables begin with
     * @param scale what the values are multiplied by before
     */
    public record Standard(String variables, double scale) {
        /** Name of the variable of the means. */
        public String mean() {
            return variables + InputStatistics.MEAN;
        }

        /** Name of the variable of the deviations, which are 0 as long as nothing is learned. */
        public String deviation() {
            return variables + InputStatistics.DEVIATION;
        }
    }

    public InputPort {
        row = List.copyOf(row);
    }

    /** The port of a network with one input. */
    public static <I extends TNumber> InputPort<I> of(Class<I> type, long... row) {
        return named(ONLY, type, row);
    }

    /** One port of several. */
    public static <I extends TNumber> InputPort<I> named(String name, Class<I> type, long... row) {
        return new InputPort<>(name, type, Arrays.stream(row).boxed().toList(), OptionalInt.empty(), Optional.empty());
    }

    /** The same port for ids from 0 to below the number. */
    public InputPort<I> ids(int number) {
        return new InputPort<>(name, type, row, OptionalInt.of(number), standard);
    }

    /** The same port for values whose mean and deviation are learned from the data. */
    public InputPort<I> standardized(String variables, double scale) {
        return new InputPort<>(name, type, row, vocabulary, Optional.of(new Standard(variables, scale)));
    }

    /** Values per row. */
    public int rowLength() {
        return Math.toIntExact(row.stream().reduce(1L, Math::multiplyExact));
    }

    /** Shape of a batch. */
    Shape batch(long rows) {
        return Shape.of(rows)
                .append(Shape.of(row.stream().mapToLong(Long::longValue).toArray()));
    }
}
