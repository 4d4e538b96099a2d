package io.regulus.benchmarks.compiler;

import io.regulus.report.TextTable;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The table: Regulus, AutoValue, and the one in terms of the other. */
final class Comparison {
    private final Measurement regulus;
    private final Measurement autoValue;
    private final TextTable table = TextTable.builder()
            .left("median")
            .right("Regulus")
            .right("AutoValue")
            .right("ratio")
            .right("target")
            .build();

    private Comparison(Measurement regulus, Measurement autoValue) {
        this.regulus = regulus;
        this.autoValue = autoValue;
    }

    static TextTable of(Measurement regulus, Measurement autoValue, int classes) {
        Comparison comparison = new Comparison(regulus, autoValue);
        comparison.row("javac, ms", "%.0f", "<= 4", Measurement::compile);
        comparison.row("  of it processor, ms", "%.0f", "", Measurement::processor);
        comparison.row("javac of the same by hand, ms", "%.0f", "", Measurement::byHand);
        comparison.row("javac, ms per class", "%.2f", "", measured -> measured.compile() / classes);
        comparison.row("processor, ms per class", "%.3f", "<= 2", measured -> measured.processor() / classes);
        comparison.row("generated lines", "%.0f", "", Measurement::lines);
        comparison.row("generated lines per class", "%.0f", "", measured -> (double) measured.lines() / classes);
        comparison.row(
                "processor, ms per 1,000 lines",
                "%.2f",
                "",
                measured -> 1000 * measured.processor() / measured.lines());
        comparison.row(
                "javac by hand, ms per 1,000 lines",
                "%.2f",
                "",
                measured -> 1000 * measured.byHand() / measured.lines());
        return comparison.table;
    }

    private void row(String title, String format, String target, ToDoubleFunction<Measurement> number) {
        double ours = number.applyAsDouble(regulus);
        double theirs = number.applyAsDouble(autoValue);
        table.row(title, text(format, ours), text(format, theirs), text("%.2f", ours / theirs), target);
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
