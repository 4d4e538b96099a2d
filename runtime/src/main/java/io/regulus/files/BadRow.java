package io.regulus.files;

import java.nio.file.Path;

/**
 * A row that was skipped.
 *
 * @param file where it is
 * @param place in the file, such as {@code line 3}; empty where the file is the row
 * @param problem what is wrong, such as {@code column 'age': 'x' is not a number}
 */
public record BadRow(Path file, String place, String problem) {
    /** Whether another problem is of the same row. */
    boolean samePlace(BadRow other) {
        return file.equals(other.file) && place.equals(other.place);
    }

    /** The same row with one more problem. */
    BadRow and(String more) {
        return new BadRow(file, place, problem + "; " + more);
    }

    /** Such as {@code houses.csv, line 3, column 'age': 'x' is not a number}. */
    @Override
    public String toString() {
        return file + ", " + (place.isEmpty() ? "" : place + ", ") + problem;
    }
}
