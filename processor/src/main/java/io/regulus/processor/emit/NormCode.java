package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.read;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.BatchNormOp;
import io.regulus.processor.graph.NormOp;

/** Norms in the method of a layer: a call of the object that holds their variables. */
final class NormCode {
    private NormCode() {}

    static String batchNorm(BatchNormOp operation, LayerMethod method) {
        String norm = method.holder(operation.holder());
        CodeBlock arguments = CodeBlock.of(
                "pass, $L, $L, $L, $L",
                method.current(),
                read(operation.momentum()),
                read(operation.epsilon()),
                operation.unbiased());
        if (operation.dropout().isPresent()) {
            CodeBlock p = read(operation.dropout().get());
            method.assign("$N.reluDropout($L, $S, $L)", norm, arguments, method.layer(), p);
            return "batch norm, relu, dropout";
        }
        method.assign("$N.$L($L)", norm, operation.relu() ? "relu" : "apply", arguments);
        return operation.relu() ? "batch norm, relu" : "batch norm";
    }

    static String norm(NormOp operation, LayerMethod method) {
        String norm = method.holder(operation.holder());
        method.assign("$N.$L(pass, $L, $L)", norm, operation.method(), method.current(), read(operation.epsilon()));
        return operation.words();
    }
}
