package io.regulus.rows;

import java.util.List;
import java.util.function.Function;

/**
 * {@code @Label} that names a class: for generated code.
 *
 * @param value the name of a row's class, null where it is missing
 * @param listed the classes in the order of their labels; learned and sorted where none is listed
 */
public record NameLabel<R>(String name, Function<R, String> value, List<String> listed) implements LabelColumn<R> {
    public NameLabel {
        listed = List.copyOf(listed);
    }
}
