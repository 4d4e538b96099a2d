package io.regulus.effects;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Turns values into coordinates. */
record Axis(double least, double most, double from, double to) {
    private static final int MARKS = 4;

    /** An axis from round number to round number. */
    static Axis of(DoubleStream values, double from, double to) {
        double[] all = values.toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        if (most - least < 1e-9) {
            most = least + 1;
        }
        double step = step(least, most);
        return new Axis(Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step, from, to);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double least, double most) {
        double rough = (most - least) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1.5 ? 1 : digit <= 3.5 ? 2 : digit <= 7.5 ? 5 : 10);
    }

    double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        double step = step(least, most);
        for (double mark = least; mark <= most + step / 2; mark += step) {
            marks.add(Math.abs(mark) < step / 1e6 ? 0 : mark);
        }
        return marks;
    }

    static String words(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
