package io.regulus.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

    /**
     * The object of a row that comes from elsewhere than a file, a table of a data base for example: what is read, and how, is as of files.
     *
     * @param texts what stands in a {@linkplain #fileColumns column}, by its name; null or empty where it is missing. Asked
     *     once for each of them; what it throws is thrown
     * @throws IllegalArgumentException listing all that the texts do not hold or that makes the object unusable, with column, value and
     *     cure, or saying why its class refuses them
     */
    default R map(UnaryOperator<String> texts) {
        Map<String, String> values = new HashMap<>();
        // before the object is made: what fails here is no refusal by its class
        for (FileColumn column : fileColumns()) {
            String text = texts.apply(column.name());
            values.put(column.name(), Objects.requireNonNullElse(text, "").strip());
        }
        return MappedRow.of(this, values::get).orThrow();
    }
}
