package io.regulus.files;

import java.util.List;

/** Makes an object of each line of a file: what records with {@code @Features} have one of. */
public interface RowMapper<R> {
    /** The columns that are read. */
    List<FileColumn> fileColumns();

    /** What makes an object unusable, such as a value that is missing and must not be: its line is a bad one. Nothing by default. */
    default List<RowFlaw> flaws(R row) {
        return List.of();
    }

    /** The object of a line. Whatever a field does not hold is reported by the fields themselves, and the line is not used. */
    R map(RowFields fields);
}
