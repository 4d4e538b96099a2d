package io.regulus.processor.spec;

import io.regulus.annotations.DataType;
import java.util.List;

/**
 * The input: an {@code @Input} field, or {@code @Network(input)}, whose field is named {@code input}.
 *
 * @param name the field's name
 * @param shape the dimensions as written
 * @param type what is fed
 * @param scale factor applied in the graph; 1 for none
 */
public record InputSpec(Usage usage, String name, Written<List<Integer>> shape, DataType type, double scale)
        implements Sourced {
    /** The name of the input of {@code @Network(input)}. */
    public static final String UNNAMED = "input";
}
