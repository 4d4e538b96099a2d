package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.spec.OptimizerSpec;

/** The rule of the update, its numbers read from {@code hyper}. */
final class OptimizerEmitter {
    private OptimizerEmitter() {}

    static CodeBlock of(OptimizerSpec optimizer) {
        if (optimizer instanceof OptimizerSpec.Sgd sgd) {
            return CodeBlock.of(
                    "new $T(hyper.optimizer().momentum(), $L)",
                    ops("Sgd"),
                    sgd.nesterov().value());
        }
        if (optimizer instanceof OptimizerSpec.RmsProp rmsProp) {
            return CodeBlock.of(
                    "new $T(\nhyper.optimizer().rho(),\nhyper.optimizer().momentum(),\nhyper.optimizer().epsilon(),\n"
                            + "$L)",
                    ops("RmsProp"),
                    rmsProp.centered().value());
        }
        // AdamW is Adam after decoupled decay, which is a part of the step
        return CodeBlock.of(
                "new $T(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon())",
                ops("Adam"));
    }
}
