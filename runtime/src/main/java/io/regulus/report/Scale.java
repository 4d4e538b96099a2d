package io.regulus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Turns values into coordinates, with marks at round numbers.
 *
 * @param least the first mark
 * @param most the last mark
 * @param step between two marks
 * @param from coordinate of the first mark
 * @param to coordinate of the last mark
 */
record Scale(double least, double most, double step, double from, double to) {
    private static final int MARKS = 4;

    /** A scale on which all finite values have a place; without any, from 0 to 1. */
    static Scale of(DoubleStream values, double from, double to) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double least = DoubleStream.of(finite).min().orElse(0);
        double most = DoubleStream.of(finite).max().orElse(1);
        if (most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most)) || most == least) {
            // a single value stands in the middle between 0 and its double
            double margin = most == 0 ? 1 : Math.abs(most);
            least -= margin;
            most += margin;
        }
        double step = round((most - least) / MARKS);
        return new Scale(Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step, step, from, to);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        double digit = step / power;
        return power * (digit <= 1.5 ? 1 : digit <= 3.5 ? 2 : digit <= 7.5 ? 5 : 10);
    }

    /** Where a value stands. */
    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; least + i * step <= most + step / 2; i++) {
            // so that 0.30000000000000004 is 0.3
            double mark = least + i * step;
            marks.add(Math.abs(mark) < step / 1e6 ? 0 : mark);
        }
        return marks;
    }
}
