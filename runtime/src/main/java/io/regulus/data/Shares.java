package io.regulus.data;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which share of the rows each part is to have: all together 1. */
final class Shares {
    /** 10 * (1 - 0.9) is 0.99...98: what misses a whole row by rounding alone is that row. */
    private static final double ROUNDING = 1e-6;

    private final double[] values;
    private final String text;

    private Shares(double[] values, String text) {
        this.values = values;
        this.text = text;
    }

    /** These, and the rest as the last part. */
    static Shares of(double... given) {
        double rest = 1;
        for (double share : given) {
            rest -= share;
            if (!(share > 0) || !(rest > 1e-9)) {
                throw new IllegalArgumentException("shares " + Arrays.toString(given)
                        + ": each must be above 0, and all together below 1, for the last part is the rest");
            }
        }
        double[] values = Arrays.copyOf(given, given.length + 1);
        values[given.length] = rest;
        String text = Arrays.stream(given).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return new Shares(values, "shares of " + text + " and the rest");
    }

    /** Of so many parts alike, in words for messages. */
    static Shares equal(int parts, String text) {
        double[] values = new double[parts];
        Arrays.fill(values, 1.0 / parts);
        return new Shares(values, text);
    }

    int parts() {
        return values.length;
    }

    /** How many rows a part is to have, of so many, before it is rounded. */
    double of(int rows, int part) {
        return rows * values[part];
    }

    /** The same, rounded down. */
    int whole(int rows, int part) {
        return (int) Math.floor(of(rows, part) + ROUNDING);
    }

    /** Where each part ends in a row of so many. */
    int[] ends(int rows) {
        int[] ends = new int[values.length];
        double sum = 0;
        for (int part = 0; part < ends.length; part++) {
            sum += values[part];
            ends[part] = (int) Math.floor(rows * sum + ROUNDING);
        }
        return ends;
    }

    /** Runs of an order that end there, none of them empty. */
    int[][] runs(int[] order, int[] ends) {
        int[][] runs = new int[ends.length][];
        int from = 0;
        for (int part = 0; part < ends.length; part++) {
            if (ends[part] <= from) {
                String sizes = IntStream.range(0, ends.length)
                        .mapToObj(i -> String.valueOf(ends[i] - (i == 0 ? 0 : ends[i - 1])))
                        .collect(Collectors.joining(", "));
                throw new IllegalArgumentException(order.length + " rows are too few for " + text
                        + ": the parts would have " + sizes + " rows; give more rows, or ask for other parts");
            }
            runs[part] = Arrays.copyOfRange(order, from, ends[part]);
            from = ends[part];
        }
        return runs;
    }

    /** Such as {@code shares of 0.8 and the rest}, {@code 5 folds}. */
    @Override
    public String toString() {
        return text;
    }
}
