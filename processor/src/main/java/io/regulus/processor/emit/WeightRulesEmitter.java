package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.ops;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.regulus.processor.graph.ConstraintTerm;
import io.regulus.processor.graph.RateFactor;
import io.regulus.processor.graph.WeightRules;
import javax.lang.model.element.Modifier;

/** Writes what a step does to single weights: factors of the learning rate, constraints. */
final class WeightRulesEmitter {
    private final WeightRules rules;
    private final ClassName network;

    WeightRulesEmitter(WeightRules rules, ClassName network) {
        this.rules = rules;
        this.network = network;
    }

    /** The calls that hand the rules to the step. */
    CodeBlock calls() {
        CodeBlock.Builder calls = CodeBlock.builder();
        if (!rules.rateFactors().isEmpty()) {
            calls.add(".rateFactors(rateFactors(network))\n");
        }
        if (!rules.constraints().isEmpty()) {
            calls.add(".constrain(constraints(network))\n");
        }
        return calls.build();
    }

    /** The methods that are called. */
    void addMethods(TypeSpec.Builder type) {
        if (!rules.rateFactors().isEmpty()) {
            Chain chain = new Chain(CodeBlock.of("new $T()", ops("RateFactors")));
            rules.rateFactors().forEach(factor -> chain.add(call(factor), factor.source()));
            type.addMethod(method(
                    "rateFactors",
                    "RateFactors",
                    "What the learning rate is multiplied by; 1 for what is not listed.\n",
                    chain));
        }
        if (!rules.constraints().isEmpty()) {
            Chain chain = new Chain(CodeBlock.of("new $T()", ops("Constraints")));
            rules.constraints().forEach(constraint -> chain.add(call(constraint), constraint.source()));
            type.addMethod(method("constraints", "Constraints", "What holds after each update.\n", chain));
        }
    }

    private MethodSpec method(String name, String type, String javadoc, Chain chain) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(network, "network")
                .returns(ops(type))
                .addCode(chain.statement())
                .build();
    }

    private static CodeBlock call(RateFactor factor) {
        String weight = member(factor.variable());
        CodeBlock number = read(factor.number());
        return factor.depth()
                .map(depth -> CodeBlock.of(".byDepth(network.$L, $L, $L)", weight, number, depth))
                .orElseGet(() -> CodeBlock.of(".times(network.$L, $L)", weight, number));
    }

    private static CodeBlock call(ConstraintTerm constraint) {
        String weight = member(constraint.variable());
        String method = switch (constraint.kind()) {
            case NON_NEGATIVE -> "nonNegative";
            case MAX_NORM -> "maxNorm";
            case UNIT_NORM -> "unitNorm";
            case MIN_MAX_NORM -> "minMaxNorm";
        };
        CodeBlock.Builder arguments = CodeBlock.builder().add("network.$L", weight);
        constraint.numbers().forEach(number -> arguments.add(", $L", read(number)));
        if (constraint.depthwise() && constraint.kind().isOfNorms()) {
            arguments.add(", 2");
        }
        return CodeBlock.of(".$L($L)", method, arguments.build());
    }
}
