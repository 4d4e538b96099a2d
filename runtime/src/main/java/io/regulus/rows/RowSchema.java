package io.regulus.rows;

import io.regulus.files.FileColumn;
import io.regulus.files.RowFields;
import io.regulus.files.RowFlaw;
import io.regulus.files.RowMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the components of a record are to a network: for generated code, which makes one for each record with {@code @Features}.
 *
 * @param name simple name of the record, for messages
 * @param columns what a network is told of, in the order of the record
 * @param fileColumns what a file of such rows has as columns
 * @param reader makes a row of the fields of a line
 */
public record RowSchema<R>(
        String name, List<RowColumn<R>> columns, List<FileColumn> fileColumns, Function<RowFields, R> reader)
        implements RowMapper<R> {
    /** The input that numbers and one-hot values make, where there are other inputs beside it. */
    public static final String NUMBERS = "numbers";

    public RowSchema {
        columns = List.copyOf(columns);
        fileColumns = List.copyOf(fileColumns);
    }

    @Override
    public R map(RowFields fields) {
        return reader.apply(fields);
    }

    /** Features that must not be missing, numbers that are infinite, and weights that are none; labels may be missing, to predict. */
    @Override
    public List<RowFlaw> flaws(R row) {
        return columns.stream().flatMap(column -> column.flaw(row).stream()).toList();
    }

    /** What the network reads. */
    public List<FeatureColumn<R>> features() {
        return columns.stream()
                .filter(FeatureColumn.class::isInstance)
                .map(column -> (FeatureColumn<R>) column)
                .toList();
    }

    /** What the network learns. */
    public List<LabelColumn<R>> labels() {
        return columns.stream()
                .filter(LabelColumn.class::isInstance)
                .map(column -> (LabelColumn<R>) column)
                .toList();
    }

    /** What a row counts, where that is not 1. */
    public Optional<WeightColumn<R>> weight() {
        return columns.stream()
                .filter(WeightColumn.class::isInstance)
                .map(column -> (WeightColumn<R>) column)
                .findFirst();
    }

    /** How many numbers and one-hot values a row has. */
    public int width() {
        return features().stream().mapToInt(FeatureColumn::width).sum();
    }
}
