package io.regulus.files;

import io.regulus.data.NameIndex;
import java.nio.file.Path;
import java.util.List;

/**
 * What the columns of a table are asked for as, of whatever format its file is: for readers of formats.
 *
 * @param features columns to use, in their order; empty for all that are nothing else
 * @param dropped columns to leave out
 * @param targets columns of the real targets
 * @param label column of the class label; empty for none
 * @param classes names of the classes in the order of their labels; empty for those found, sorted
 */
public record ColumnRoles(
        List<String> features, List<String> dropped, List<String> targets, String label, List<String> classes) {
    /** Every column is a feature. */
    public static final ColumnRoles ALL = new ColumnRoles(List.of(), List.of(), List.of(), "", List.of());

    /** Copies the lists. */
    public ColumnRoles {
        features = List.copyOf(features);
        dropped = List.copyOf(dropped);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
    }

    /** The same with these features. */
    public ColumnRoles withFeatures(String... columns) {
        return new ColumnRoles(List.of(columns), dropped, targets, label, classes);
    }

    /** The same without these columns. */
    public ColumnRoles withDropped(String... columns) {
        return new ColumnRoles(features, List.of(columns), targets, label, classes);
    }

    /** The same with these targets. */
    public ColumnRoles withTargets(String... columns) {
        return new ColumnRoles(features, dropped, List.of(columns), label, classes);
    }

    /** The same with this label. */
    public ColumnRoles withLabel(String column) {
        return new ColumnRoles(features, dropped, targets, column, classes);
    }

    /**
     * The same with these classes.
     *
     * @throws IllegalArgumentException if a name occurs twice
     */
    public ColumnRoles withClasses(List<String> names) {
        return new ColumnRoles(
                features, dropped, targets, label, NameIndex.inOrder(names).names());
    }

    /** Whether there is a class label. */
    public boolean hasLabel() {
        return !label.isEmpty();
    }

    /**
     * Refuses what cannot hold together, before a file is opened.
     *
     * @throws IllegalStateException naming both sides of a contradiction
     */
    public void refuseContradictions() {
        if (hasLabel() && !targets.isEmpty()) {
            throw new IllegalStateException(
                    "both classLabel(\"" + label + "\") and targets " + targets + " are asked for; keep one of them");
        }
        if (!hasLabel() && !classes.isEmpty()) {
            throw new IllegalStateException(
                    "classes(...) without classLabel(...): name the column that holds the class");
        }
        if (!features.isEmpty() && !dropped.isEmpty()) {
            throw new IllegalStateException("both features(...) and drop(...) are set; keep one of them");
        }
    }

    /**
     * Refuses columns that are asked for where objects are read, whose mapper knows them.
     *
     * @throws IllegalStateException if there is one
     */
    public void refuseAny() {
        if (!equals(ALL)) {
            throw new IllegalStateException("load(mapper) reads the columns that the mapper names: leave out features,"
                    + " drop, targets, classLabel and classes");
        }
    }

    /**
     * Refuses a feature that is to be learnt.
     *
     * @throws DataFileException naming the column
     */
    public void refuseLearntFeatures(Path path) {
        for (String column : features) {
            if (column.equals(label) || targets.contains(column)) {
                throw new DataFileException(path + ": column '" + column
                        + "' is asked for both as a feature and as what is to be learnt; take it out of one");
            }
        }
    }
}
