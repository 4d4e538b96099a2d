package io.regulus.processor.graph;

import java.util.List;

/**
 * An object of generated code that declares several variables of a layer at once, such as the four of a batch norm:
 * {@code BatchNorm block1Norm = BatchNorm.of(pass, "block1", 32)}. It has a method per variable, of the variable's name.
 *
 * @param type simple name of its class in {@code io.regulus.ops}
 * @param suffix what the layer's name is followed by in the name of the field that holds it, such as {@code Norm}
 * @param factory name of the method that declares it: {@code of}, or what the names of its variables begin with, before an
 *     underscore
 * @param arguments what it takes after the pass and the layer's name: whole numbers, booleans and initializers
 */
public record Holder(String type, String suffix, String factory, List<Object> arguments) {
    /** Holds the kernel of a layer, and computes what it multiplies by. */
    public static final String WEIGHT_NORM = "WeightNorm";

    /** The same, by its largest singular value. */
    public static final String SPECTRAL_NORM = "SpectralNorm";

    private static final String OF = "of";

    public Holder {
        arguments = List.copyOf(arguments);
    }

    Holder(String type, String suffix, List<Object> arguments) {
        this(type, suffix, OF, arguments);
    }

    /** Name of its method for a variable: {@code recurrentKernel} for {@code recurrent_kernel}. */
    public String method(String variable) {
        String name = factory.equals(OF) ? variable : variable.substring(factory.length() + 1);
        return Variable.javaName(name);
    }
}
