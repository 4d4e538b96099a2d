package io.regulus.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.regulus.data.Dataset;
import io.regulus.data.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the records of a CSV file into a dataset, noting every field that cannot be read. */
final class CsvRows {
    private final CsvColumns columns;
    private final CsvProblems problems;
    private final Set<String> knownClasses;
    private final FloatList features = new FloatList();
    private final FloatList targets = new FloatList();
    private final List<String> classes = new ArrayList<>();
    private int rows;

    CsvRows(CsvColumns columns, CsvRequest request, CsvProblems problems) {
        this.columns = columns;
        this.problems = problems;
        this.knownClasses = new HashSet<>(request.classes());
    }

    void add(CsvRecord row) {
        rows++;
        long line = row.getStartingLineNumber();
        int width = columns.names().size();
        if (row.getFieldCount() != width) {
            problems.add(
                    line,
                    "fields",
                    "has " + row.getFieldCount() + " fields, but there are " + width + " columns",
                    "Give every line one field per column; a field that holds the delimiter or a line break is written "
                            + "in double quotes.");
            return;
        }
        for (int column : columns.features()) {
            addNumber(row, column, features, false);
        }
        for (int column : columns.targets()) {
            addNumber(row, column, targets, true);
        }
        if (columns.label() >= 0) {
            addClass(row, columns.label());
        }
    }

    private void addNumber(CsvRecord row, int column, FloatList values, boolean target) {
        Numbers.Parsed parsed = Numbers.parse(row.getField(column));
        if (parsed instanceof Numbers.Finite number) {
            values.add(number.value());
        } else if (parsed instanceof Numbers.NotANumber no) {
            String name = columns.name(column);
            problems.add(
                    row.getStartingLineNumber(),
                    column + " " + no.kind(),
                    "column '" + Names.shown(name) + "': " + no.reason(),
                    target ? targetCure(name, no.kind()) : featureCure(name));
        }
    }

    private static String featureCure(String name) {
        return "Correct or fill in the values of '" + name
                + "', remove those lines, or leave the column out with drop(\"" + name + "\").";
    }

    private static String targetCure(String name, Numbers.Kind kind) {
        return "Correct or fill in the values of '" + name + "', or remove those lines"
                + (kind == Numbers.Kind.TEXT
                        ? "; if '" + name + "' is a class, ask for it with classLabel(\"" + name + "\")."
                        : ".");
    }

    private void addClass(CsvRecord row, int column) {
        String name = row.getField(column).strip();
        if (name.isEmpty()) {
            problems.add(
                    row.getStartingLineNumber(),
                    column + " " + Numbers.Kind.EMPTY,
                    "column '" + Names.shown(columns.name(column)) + "': the class label is empty",
                    "Fill in the class, or remove those lines.");
        } else if (!knownClasses.isEmpty() && !knownClasses.contains(name)) {
            problems.add(
                    row.getStartingLineNumber(),
                    column + " unknown",
                    "column '" + Names.shown(columns.name(column)) + "': '" + Names.shown(name)
                            + "' is none of the classes" + Names.suggestion(name, knownClasses),
                    "Correct the class, or name it in classes(...).");
        }
        classes.add(name);
    }

    /** The dataset; there is at least one row and no problem. */
    Dataset toDataset(CsvRequest request) {
        Dataset inputs =
                Dataset.ofFlat(features.toArray(), columns.features().size()).withFeatureNames(columns.featureNames());
        if (columns.label() >= 0) {
            ClassIndex index =
                    request.classes().isEmpty() ? ClassIndex.sorted(classes) : ClassIndex.inOrder(request.classes());
            int[] labels = classes.stream().mapToInt(index.labels()::get).toArray();
            return inputs.withLabels(labels).withClassNames(index.names());
        }
        if (!columns.targets().isEmpty()) {
            return inputs.withValues(targets.toArray(), columns.targets().size());
        }
        return inputs;
    }

    boolean isEmpty() {
        return rows == 0;
    }
}
