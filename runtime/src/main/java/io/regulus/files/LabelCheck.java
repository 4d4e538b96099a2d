package io.regulus.files;

import java.nio.file.Path;

/** Tells of labels that are none of the classes. */
final class LabelCheck {
    private final int classes;
    private final String cure;
    private final Problems problems;

    /**
     * Labels to check.
     *
     * @param classes how many there are; 0 where every label is one
     * @param cure what to do about a label that is none
     */
    LabelCheck(int classes, String cure, Problems problems) {
        this.classes = classes;
        this.cure = cure;
        this.problems = problems;
    }

    /** Whether a label is one; if not, its row has been told to be bad. */
    boolean passes(int label, Path file, String row, String name) {
        if (classes == 0 || label < classes) {
            return true;
        }
        problems.add(
                file,
                row,
                name,
                name + " " + label + " is out of range: there are " + classes + " classes, 0 to " + (classes - 1),
                cure);
        return false;
    }
}
