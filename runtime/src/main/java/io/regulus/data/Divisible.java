package io.regulus.data;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What a splitter has to know of rows.
 *
 * @param size how many there are
 * @param labels the class of each, where it has one
 * @param className what follows the number of a class in a message: its name, where it has one
 */
record Divisible(int size, Supplier<int[]> labels, IntFunction<String> className) {
    static Divisible of(Dataset data) {
        List<String> names = data.classNames();
        return new Divisible(
                data.size(),
                () -> data.labels().toArray(),
                label -> label < names.size() ? " ('" + names.get(label) + "')" : "");
    }

    static Divisible of(List<?> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the list has no rows: there is nothing to divide");
        }
        return new Divisible(
                rows.size(),
                () -> {
                    throw new IllegalStateException(
                            "stratified(seed) goes by the labels of a dataset, and the rows of a list"
                                    + " have none: give a number for each, as stratified(strata, seed)");
                },
                label -> "");
    }
}
