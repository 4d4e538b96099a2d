package io.regulus.processor.graph;

import java.util.List;

/**
 * An object of generated code that declares several variables of a layer at once, such as the four of a batch norm:
 * {@code BatchNorm block1Norm = BatchNorm.of(pass, "block1", 32)}. It has a method per variable, of the variable's name.
 *
 * @param type simple name of its class in {@code io.regulus.ops}
 * @param suffix what the layer's name is followed by in the name of the field that holds it, such as {@code Norm}
 * @param arguments what {@code of} takes after the pass and the layer's name: whole numbers, booleans and initializers
 */
public record Holder(String type, String suffix, List<Object> arguments) {
    public Holder {
        arguments = List.copyOf(arguments);
    }
}
