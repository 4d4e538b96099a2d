package io.regulus.files;

import java.util.List;

/** Makes an object of each line of a file: what records with {@code @Features} have one of. */
public interface RowMapper<R> {
    /** The columns that are read. */
    List<FileColumn> fileColumns();

    /** The object of a line. Whatever a field does not hold is reported by the fields themselves, and the line is not used. */
    R map(RowFields fields);
}
