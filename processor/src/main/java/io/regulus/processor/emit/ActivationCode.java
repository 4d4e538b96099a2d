package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.ACTIVATIONS;

import com.palantir.javapoet.CodeBlock;
import io.regulus.annotations.ActivationFunction;
import java.util.Locale;

/** Writes activations: how each is called stands here and nowhere else. */
final class ActivationCode {
    private ActivationCode() {}

    /** The activation of a value; the slope is that of a leaky ReLU. */
    static CodeBlock of(ActivationFunction function, String value, CodeBlock slope) {
        String name = function.name().toLowerCase(Locale.ROOT);
        return switch (function) {
            case LINEAR -> CodeBlock.of("$L", value);
            case RELU, ELU, SELU -> CodeBlock.of("tf.nn.$L($L)", name, value);
            case SOFTPLUS -> CodeBlock.of("tf.math.softplus($L)", value);
            case SIGMOID, TANH -> CodeBlock.of("$T.$L(pass, $L)", ACTIVATIONS, name, value);
            case GELU, SILU -> CodeBlock.of("$T.$L(tf, $L)", ACTIVATIONS, name, value);
            case LEAKY_RELU -> CodeBlock.of("$T.leakyRelu(tf, $L, $L)", ACTIVATIONS, value, slope);
        };
    }

    /** The activation as a function of what comes in. */
    static CodeBlock function(ActivationFunction function) {
        return CodeBlock.of("hidden -> $L", of(function, "hidden", defaultSlope()));
    }

    /** The slope of a leaky ReLU that is given none of its own. */
    static CodeBlock defaultSlope() {
        return CodeBlock.of("$T.DEFAULT_SLOPE", ACTIVATIONS);
    }
}
