package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import io.regulus.json.CheckedJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A class to learn. */
record ClassEncoding<R>(String record, LabelColumn<R> column, NameIndex classes) implements LabelEncoding<R> {
    private static final int SHOWN = 20;

    /** What rows teach: which classes there are, where they are not known before. */
    static <R> NameCounts summary(LabelColumn<R> column, int classes, List<R> rows) {
        NameCounts counts = new NameCounts();
        if (listed(column, classes).isEmpty()) {
            rows.stream().map(row -> name(column, row)).filter(Objects::nonNull).forEach(counts::add);
        }
        return counts;
    }

    /** With what rows have taught. */
    static <R> ClassEncoding<R> learn(String record, LabelColumn<R> column, int classes, NameCounts found) {
        List<String> listed = listed(column, classes);
        List<String> names = listed.isEmpty() ? NameIndex.sorted(found.names()).names() : listed;
        if (names.size() != classes) {
            throw new IllegalArgumentException("the network tells " + classes + " classes apart, and " + record + "."
                    + column.name() + " has " + names.size() + " in the training rows: "
                    + names.stream().limit(SHOWN).toList() + ". Correct the number of classes, or give rows of each.");
        }
        return new ClassEncoding<>(record, column, NameIndex.inOrder(names));
    }

    /** As it was saved. */
    static <R> ClassEncoding<R> of(String record, LabelColumn<R> column, int classes, CheckedJson learned) {
        NameIndex saved = Categories.of(learned);
        List<String> names = saved.names();
        List<String> listed = listed(column, classes);
        if (names.size() != classes || !(listed.isEmpty() || listed.equals(names))) {
            throw new IllegalArgumentException(record + "." + column.name()
                    + " has changed since the model was saved: it had the classes " + names
                    + ". Load the model with the record as it was, or train anew.");
        }
        return new ClassEncoding<>(record, column, saved);
    }

    /** The classes that need not be learned: those of a number are 0, 1 and so on. */
    private static <R> List<String> listed(LabelColumn<R> column, int classes) {
        return column instanceof NameLabel<R> label
                ? label.listed()
                : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** The class of a row; null where it is missing. */
    private static <R> String name(LabelColumn<R> column, R row) {
        if (column instanceof NameLabel<R> label) {
            String name = label.value().apply(row);
            return name == null || name.isEmpty() ? null : name;
        }
        double number = ((NumberLabel<R>) column).value().applyAsDouble(row);
        return Double.isNaN(number) ? null : Long.toString((long) number);
    }

    int label(R source, long row) {
        String name = name(column, source);
        if (name == null) {
            throw RowProblem.of(
                    record,
                    row,
                    column.name(),
                    "is missing",
                    "A label has to be known to be learned: fill it in, or leave the row out");
        }
        return classes.find(name)
                .orElseThrow(() -> RowProblem.of(
                        record,
                        row,
                        column.name(),
                        "is '" + Names.shown(name) + "', none of the classes "
                                + classes.names().stream().limit(SHOWN).toList(),
                        column instanceof NumberLabel<R>
                                ? "Classes are numbered from 0: correct it, or leave the row out"
                                : "Correct it, or leave the row out"));
    }

    @Override
    public JsonObject toJson() {
        return Categories.toJson(classes);
    }
}
