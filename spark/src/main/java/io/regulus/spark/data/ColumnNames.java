package io.regulus.spark.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns of a data frame are what to a network.
 *
 * @param inputs the column of each input, by the input's name
 * @param targets the column of each output, by the output's name; none to predict
 * @param weight the column of what rows count in the loss
 * @param validation the column that says which rows are validated on
 */
public record ColumnNames(
        Map<String, Chosen> inputs, Map<String, Chosen> targets, Optional<Chosen> weight, Optional<Chosen> validation) {
    /**
     * A column that a parameter names.
     *
     * @param param name of the parameter, for messages
     */
    public record Chosen(String column, String param) {}

    /** Each column once. */
    List<String> all() {
        return Stream.of(inputs.values().stream(), targets.values().stream(), weight.stream(), validation.stream())
                .flatMap(chosen -> chosen)
                .map(Chosen::column)
                .distinct()
                .toList();
    }

    /** The place of the column that says which rows are validated on. */
    OptionalInt validation(StructType schema) {
        return validation
                .map(chosen -> OptionalInt.of(new TableColumns(schema).truths(chosen)))
                .orElse(OptionalInt.empty());
    }
}
