package io.regulus.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of plain text: a header, a rule, rows; columns as wide as their widest cell, two blanks apart.
 *
 * <pre>{@code
 * TextTable table = TextTable.builder().left("layer").right("values").build();
 * table.row("head", "1,290");
 * System.out.print(table);
 *
 * layer  values
 * -------------
 * head    1,290
 * }</pre>
 *
 * <p>Widths count characters; those that terminals show two columns wide, as Chinese ones, are counted once.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String title, boolean right) {}

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** A table without columns so far. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the columns of a table. */
    public static final class Builder {
        private final List<Column> columns = new ArrayList<>();

        private Builder() {}

        /** Adds a column whose cells begin at the left: text. */
        public Builder left(String title) {
            columns.add(new Column(title, false));
            return this;
        }

        /** Adds a column whose cells end at the right: numbers. */
        public Builder right(String title) {
            columns.add(new Column(title, true));
            return this;
        }

        /**
         * The table, without rows.
         *
         * @throws IllegalStateException if it has no column
         */
        public TextTable build() {
            if (columns.isEmpty()) {
                throw new IllegalStateException("a table needs at least one column; call left or right");
            }
            return new TextTable(List.copyOf(columns));
        }
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column, in one line each
     * @return this table
     * @throws IllegalArgumentException if there are more or fewer cells than columns, or one has a line break
     */
    public TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "row " + List.of(cells) + " has " + cells.length + " cells for " + columns.size() + " columns");
        }
        for (String cell : cells) {
            if (cell.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("cell '" + cell + "' has a line break; use a row for each line");
            }
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The whole table; every line, the last included, ends in a line feed and has no trailing blanks. */
    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        appendLine(text, widths, columns.stream().map(Column::title).toList());
        int total = (columns.size() - 1) * GAP.length();
        for (int width : widths) {
            total += width;
        }
        text.append("-".repeat(total)).append('\n');
        rows.forEach(row -> appendLine(text, widths, row));
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(columns.get(i).title());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private void appendLine(StringBuilder text, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
