package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.Emphasis;
import io.regulus.processor.graph.Hyperparameter;
import java.util.List;

/** What generated code says of the rows that count more than others. */
final class EmphasisCode {
    private EmphasisCode() {}

    /** The last argument of the loss; nothing where every row counts the same. */
    static CodeBlock argument(Emphasis emphasis) {
        if (emphasis.isNone()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code = CodeBlock.builder().add(",$W$T.none()", ops("Emphasis"));
        List<Hyperparameter> weights = emphasis.classWeights();
        if (!weights.isEmpty()) {
            code.add(
                    ".ofClasses($L)",
                    weights.stream()
                            .map(weight -> CodeBlock.of("$L", read(weight)))
                            .collect(CodeBlock.joining(",$W")));
        }
        emphasis.gamma().ifPresent(gamma -> code.add(".focal($L)", read(gamma)));
        return code.build();
    }

    /** The loss in words. */
    static String formula(Emphasis emphasis, String crossEntropy) {
        String loss = crossEntropy + (emphasis.gamma().isEmpty() ? "" : " times (1 - p)^gamma, class by class");
        return loss + ", the mean over the rows"
                + (emphasis.classWeights().isEmpty() ? "" : ", in a step each times the weight of its class");
    }
}
