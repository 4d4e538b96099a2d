package io.regulus.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Rows as cells of text. */
final class Table {
    private record Column(String title, boolean right, Function<Row, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            left("workload", row -> row.workload().toString()),
            left("contender", row -> row.program().title()),
            right("threads", row -> Integer.toString(row.threads())),
            right("per second", row -> number(row.stepsPerSecond())),
            right("CPU ms", row -> number(row.cpuMillisPerStep())),
            right("ratio", row -> optional("%.2f", row.ratio())),
            right("of limit", row -> format("%.1f%%", 100 * row.limitShare())),
            right("peak MB", row -> format("%.0f", row.peakMegabytes())),
            right("first step s", row -> format("%.2f", row.firstStepSeconds())),
            right("network s", row -> format("%.2f", row.networkSeconds())),
            right("loss", row -> optional("%.4f", row.loss())),
            right("lines", row -> optional(row.codeLines())));

    private Table() {}

    private static Column left(String title, Function<Row, String> cell) {
        return new Column(title, false, cell);
    }

    private static Column right(String title, Function<Row, String> cell) {
        return new Column(title, true, cell);
    }

    /** The titles, and the cells of each row. */
    static List<List<String>> cells(List<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(COLUMNS.stream().map(Column::title).toList());
        for (Row row : rows) {
            cells.add(COLUMNS.stream().map(column -> column.cell().apply(row)).toList());
        }
        return cells;
    }

    /** Markdown that reads well as it is. */
    static String markdown(List<Row> rows) {
        List<List<String>> lines = cells(rows);
        int[] widths = new int[COLUMNS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, lines.get(0), widths);
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            boolean right = COLUMNS.get(i).right();
            text.append(' ')
                    .append("-".repeat(widths[i] - (right ? 1 : 0)))
                    .append(right ? ":" : "")
                    .append(" |");
        }
        text.append('\n');
        lines.subList(1, lines.size()).forEach(line -> append(text, line, widths));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> cells, int... widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            text.append(' ');
            text.append(COLUMNS.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
            text.append(" |");
        }
        text.append('\n');
    }

    /** Three digits that count, from microseconds to thousands a second. */
    private static String number(double value) {
        if (value >= 100) {
            return format("%.0f", value);
        }
        return value >= 10 ? format("%.1f", value) : value >= 1 ? format("%.2f", value) : format("%.3f", value);
    }

    private static String optional(String pattern, OptionalDouble value) {
        return value.isPresent() ? format(pattern, value.getAsDouble()) : "";
    }

    private static String optional(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
