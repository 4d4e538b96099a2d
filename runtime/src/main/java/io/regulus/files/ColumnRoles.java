package io.regulus.files;

import java.nio.file.Path;
import java.util.List;

/** What the columns of a table are asked for as, of whatever format its file is: requests that contradict themselves are refused. */
public final class ColumnRoles {
    private ColumnRoles() {}

    /**
     * Refuses what cannot hold together, before a file is opened.
     *
     * @param features columns to use; empty for all that are nothing else
     * @param dropped columns to leave out
     * @param targets columns of the real targets
     * @param label column of the class label; empty for none
     * @param classes names of the classes; empty for those found
     * @throws IllegalStateException naming both sides of a contradiction
     */
    public static void refuseContradictions(
            List<String> features, List<String> dropped, List<String> targets, String label, List<String> classes) {
        if (!label.isEmpty() && !targets.isEmpty()) {
            throw new IllegalStateException(
                    "both classLabel(\"" + label + "\") and targets " + targets + " are asked for; keep one of them");
        }
        if (label.isEmpty() && !classes.isEmpty()) {
            throw new IllegalStateException(
                    "classes(...) without classLabel(...): name the column that holds the class");
        }
        if (!features.isEmpty() && !dropped.isEmpty()) {
            throw new IllegalStateException("both features(...) and drop(...) are set; keep one of them");
        }
    }

    /** What is wrong with a column that is asked for as a feature and as the label or a target too. */
    public static DataFileException bothLearntAndFeature(Path path, String column) {
        return new DataFileException(path + ": column '" + column
                + "' is asked for both as a feature and as what is to be learnt; take it out of one");
    }
}
