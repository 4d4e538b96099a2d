package io.regulus.files;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.regulus.data.Dataset;
import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Turns the records of a CSV file into datasets, noting every field that cannot be read. */
final class CsvRows {
    private final Path path;
    private final CsvColumns columns;
    /** Names by label; empty where they are those that are found. */
    private final List<String> givenClasses;

    private final Problems problems;
    private final NameIndex knownClasses;
    private final FloatList features = new FloatList();
    private final FloatList targets = new FloatList();
    private final List<String> classes = new ArrayList<>();
    private int rows;

    CsvRows(Path path, CsvColumns columns, List<String> givenClasses, Problems problems) {
        this.path = path;
        this.columns = columns;
        this.givenClasses = givenClasses;
        this.problems = problems;
        this.knownClasses = NameIndex.inOrder(givenClasses);
    }

    /** Adds a row, unless something is wrong with it. */
    void add(CsvLines lines, CsvRecord row) {
        if (!lines.isWhole(row, problems)) {
            return;
        }
        ArrayLimit.require(
                path,
                rows + 1L,
                Math.max(columns.features().size(), columns.targets().size()));
        int before = problems.count();
        for (int column : columns.features()) {
            addNumber(row, column, features, false);
        }
        for (int column : columns.targets()) {
            addNumber(row, column, targets, true);
        }
        if (columns.label() >= 0) {
            addClass(row, columns.label());
        }
        if (problems.count() == before) {
            rows++;
        } else {
            cutToWholeRows();
        }
    }

    /** Takes back what was added of a bad row. */
    private void cutToWholeRows() {
        features.cut(rows * columns.features().size());
        targets.cut(rows * columns.targets().size());
        classes.subList(Math.min(rows, classes.size()), classes.size()).clear();
    }

    private void problem(CsvRecord row, String kind, String what, String cure) {
        problems.add(path, CsvLines.place(row), kind, what, cure);
    }

    private void addNumber(CsvRecord row, int column, FloatList values, boolean target) {
        Numbers.Parsed parsed = Numbers.parse(row.getField(column));
        if (parsed instanceof Numbers.Finite number) {
            values.add(number.value());
        } else if (parsed instanceof Numbers.NotANumber no) {
            String name = columns.name(column);
            problem(
                    row,
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
            problem(
                    row,
                    column + " " + Numbers.Kind.EMPTY,
                    "column '" + Names.shown(columns.name(column)) + "': the class label is empty",
                    "Fill in the class, or remove those lines.");
        } else if (!givenClasses.isEmpty() && !knownClasses.has(name)) {
            problem(
                    row,
                    column + " unknown",
                    "column '" + Names.shown(columns.name(column)) + "': '" + Names.shown(name)
                            + "' is none of the classes" + Names.suggestion(name, givenClasses),
                    "Correct the class, or name it in classes(...).");
        }
        classes.add(name);
    }

    int size() {
        return rows;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** The rows so far, at least one, as a dataset; what is added from now on is for the next. */
    Dataset take() {
        Dataset data = toDataset();
        rows = 0;
        cutToWholeRows();
        return data;
    }

    private Dataset toDataset() {
        Dataset inputs =
                Dataset.ofFlat(features.toArray(), columns.features().size()).withFeatureNames(columns.featureNames());
        if (columns.label() >= 0) {
            NameIndex index = givenClasses.isEmpty() ? NameIndex.sorted(classes) : knownClasses;
            int[] labels = classes.stream()
                    .mapToInt(name -> index.find(name).orElseThrow())
                    .toArray();
            return inputs.withLabels(labels).withClassNames(index.names());
        }
        if (!columns.targets().isEmpty()) {
            return inputs.withValues(targets.toArray(), columns.targets().size());
        }
        return inputs;
    }
}
