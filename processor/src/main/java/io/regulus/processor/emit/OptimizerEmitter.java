package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.spec.OptimizerSpec;
import java.util.ArrayList;
import java.util.List;

/** The rule of the update, its numbers read from {@code hyper}. */
final class OptimizerEmitter {
    private OptimizerEmitter() {}

    static CodeBlock of(OptimizerSpec optimizer) {
        if (optimizer instanceof OptimizerSpec.Sgd sgd) {
            return create("Sgd", List.of("momentum"), sgd.nesterov().value());
        }
        if (optimizer instanceof OptimizerSpec.RmsProp rmsProp) {
            return create(
                    "RmsProp",
                    List.of("rho", "momentum", "epsilon"),
                    rmsProp.centered().value());
        }
        if (optimizer instanceof OptimizerSpec.Adam adam) {
            return adam(adam.amsgrad().value());
        }
        if (optimizer instanceof OptimizerSpec.AdamW adam) {
            return adam(adam.amsgrad().value());
        }
        if (optimizer instanceof OptimizerSpec.Lion) {
            return create("Lion", List.of("beta1", "beta2"));
        }
        if (optimizer instanceof OptimizerSpec.Lamb) {
            return create("Lamb", List.of("beta1", "beta2", "epsilon"));
        }
        if (optimizer instanceof OptimizerSpec.Nadam) {
            return create("Nadam", List.of("beta1", "beta2", "epsilon", "momentumDecay"));
        }
        if (optimizer instanceof OptimizerSpec.Adagrad) {
            return create("Adagrad", List.of("initialAccumulator", "epsilon"));
        }
        throw new IllegalStateException("no code for " + optimizer);
    }

    /** AdamW is Adam after decoupled decay, which is a part of the step. */
    private static CodeBlock adam(boolean amsgrad) {
        List<String> numbers = List.of("beta1", "beta2", "epsilon");
        return amsgrad ? create("Adam", numbers, true) : create("Adam", numbers);
    }

    private static CodeBlock create(String rule, List<String> numbers, boolean... flags) {
        List<CodeBlock> arguments = new ArrayList<>();
        numbers.forEach(number -> arguments.add(CodeBlock.of("hyper.optimizer().$L()", number)));
        for (boolean flag : flags) {
            arguments.add(CodeBlock.of("$L", flag));
        }
        String between = arguments.size() > 3 ? ",\n" : ", ";
        CodeBlock all = arguments.stream().collect(CodeBlock.joining(between));
        return CodeBlock.of(arguments.size() > 3 ? "new $T(\n$L)" : "new $T($L)", ops(rule), all);
    }
}
