package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.spec.ClippingSpec;

/** The limit to the gradients, its number read from {@code hyper}. */
final class ClippingEmitter {
    private ClippingEmitter() {}

    static CodeBlock of(ClippingSpec clipping) {
        String method = switch (clipping.kind()) {
            case GLOBAL_NORM -> "byGlobalNorm";
            case NORM -> "byNorm";
            case VALUE -> "byValue";
        };
        return CodeBlock.of("$T.$L(hyper.$L().value())", ops("Clipping"), method, clipping.group());
    }
}
