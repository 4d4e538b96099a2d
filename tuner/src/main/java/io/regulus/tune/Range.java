package io.regulus.tune;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The values that a search tries for a hyperparameter. */
public sealed interface Range {
    /**
     * All numbers between two, each as likely as any other.
     *
     * @throws IllegalArgumentException unless both are finite and the first is less
     */
    static Range linear(double from, double to) {
        return new Linear(from, to);
    }

    /**
     * All numbers between two, each order of magnitude as likely as any other: for rates and penalties.
     *
     * @throws IllegalArgumentException unless both are finite and above 0 and the first is less
     */
    static Range log(double from, double to) {
        return new Log(from, to);
    }

    /**
     * Some numbers, none nearer to one than to another.
     *
     * @throws IllegalArgumentException if there are none, one is not finite, or one is there twice
     */
    static Range choice(double... values) {
        return new Choice(DoubleStream.of(values).boxed().toList());
    }

    /** Values for a grid: of a choice all, of the others so many, both ends included, evenly apart on their scale. */
    List<Double> grid(int points);

    /** Values that a model must accept for it to accept all. */
    List<Double> extremes();

    /** All between two, evenly. */
    record Linear(double from, double to) implements Interval {
        public Linear {
            Interval.require("linear", from, to);
        }

        @Override
        public double inner(double value) {
            return value;
        }

        @Override
        public double outer(double inner) {
            return inner;
        }

        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    /** All between two, by orders of magnitude. */
    record Log(double from, double to) implements Interval {
        public Log {
            Interval.require("log", from, to);
            if (from <= 0) {
                throw new IllegalArgumentException("Range.log(" + from + ", " + to
                        + "): both must be above 0; begin with a small number such as 1e-6, or take Range.linear");
            }
        }

        @Override
        public double inner(double value) {
            return StrictMath.log(value);
        }

        @Override
        public double outer(double inner) {
            // rounding must not lead out of the range
            return Math.min(to, Math.max(from, StrictMath.exp(inner)));
        }

        @Override
        public String toString() {
            return from + " to " + to + ", log";
        }
    }

    /** Some values. */
    record Choice(List<Double> values) implements Range {
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("Range.choice(): give at least one value");
            }
            if (values.stream().anyMatch(value -> !Double.isFinite(value))
                    || values.stream().distinct().count() < values.size()) {
                throw new IllegalArgumentException("Range.choice" + values + ": give finite values, each of them once");
            }
        }

        @Override
        public List<Double> grid(int points) {
            return values;
        }

        @Override
        public List<Double> extremes() {
            return values;
        }

        @Override
        public String toString() {
            return "one of " + values;
        }
    }

    /** All numbers between two, on a scale of their own. */
    sealed interface Interval extends Range {
        /** The least. */
        double from();

        /** The most. */
        double to();

        /** Where a value stands on the scale. */
        double inner(double value);

        /** The value that stands there. */
        double outer(double inner);

        @Override
        default List<Double> grid(int points) {
            double first = inner(from());
            double step = (inner(to()) - first) / (points - 1);
            return IntStream.range(0, points)
                    .mapToObj(point -> point == 0 ? from() : point == points - 1 ? to() : outer(first + point * step))
                    .toList();
        }

        @Override
        default List<Double> extremes() {
            return List.of(from(), to());
        }

        private static void require(String name, double from, double to) {
            if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
                throw new IllegalArgumentException(
                        "Range." + name + "(" + from + ", " + to
                                + "): both must be finite and the first less than the second; Range.choice takes a single value");
            }
        }
    }
}
