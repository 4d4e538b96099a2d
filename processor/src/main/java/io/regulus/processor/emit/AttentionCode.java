package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.ATTENTION;
import static io.regulus.processor.emit.RuntimeNames.SEQUENCES;

import io.regulus.processor.graph.MultiHeadAttentionOp;
import io.regulus.processor.graph.PositionEmbeddingOp;
import io.regulus.processor.graph.ScoredAttentionOp;
import io.regulus.processor.graph.TransformerBlockOp;
import java.util.List;

/** Writes the calls of attention. */
final class AttentionCode {
    private AttentionCode() {}

    static String attention(MultiHeadAttentionOp operation, LayerMethod method) {
        String query = operation.cross() ? method.inputs().get(0) : method.current();
        String value = operation.cross() ? method.inputs().get(1) : method.current();
        // what is masked is masked of the value, the last of the inputs
        method.assign(
                "$N$L.apply(pass, $L, $L, $L, $L)",
                method.holder(operation.holder()),
                seeing(method, operation.cross() ? 1 : 0),
                query,
                value,
                operation.causal(),
                read(operation.dropout()));
        String kind = operation.cross() ? "cross attention" : "self attention";
        return words(kind, operation.causal(), operation.heads());
    }

    static String scored(ScoredAttentionOp operation, LayerMethod method) {
        List<String> inputs = operation.inputs() > 1 ? method.inputs() : List.of(method.current());
        int value = Math.min(1, inputs.size() - 1);
        String arguments = String.join(", ", inputs.get(0), inputs.get(value), inputs.get(inputs.size() - 1));
        String scale = operation.scale().map(weight -> ", " + member(weight)).orElse("");
        method.assign(
                "$T.of(pass, $S, $L, $L)$L.$L($L$L)",
                ATTENTION,
                method.layer(),
                operation.causal(),
                read(operation.dropout()),
                seeing(method, value),
                operation.additive() ? "additive" : "dotProduct",
                arguments,
                scale);
        // as in Keras: what padding asks is answered by nothing
        method.mask(0).ifPresent(mask -> method.assign("$T.masked(tf, $L, $L)", SEQUENCES, method.current(), mask));
        String kind = operation.additive() ? "additive attention" : "dot-product attention";
        String words = inputs.size() > 1 ? kind : kind + " to itself";
        return operation.causal() ? "causal " + words : words;
    }

    /** The call that hides masked steps, where there is a mask. */
    private static String seeing(LayerMethod method, int input) {
        return method.mask(input).map(mask -> ".seeing(" + mask + ")").orElse("");
    }

    private static String words(String kind, boolean causal, int heads) {
        return (causal ? "causal " + kind : kind) + " of " + heads + (heads == 1 ? " head" : " heads");
    }

    static String block(TransformerBlockOp operation, LayerMethod method) {
        String block = method.holder(operation.holder());
        String seeing = seeing(method, 0);
        boolean first = operation.normFirst();
        method.assign(
                "$N$L.$L(pass, $L, $L, $L, $L)",
                block,
                seeing,
                first ? "normThenAttend" : "attendThenNorm",
                method.current(),
                operation.causal(),
                read(operation.dropout()),
                read(operation.epsilon()));
        method.assign(
                "$N.$L(pass, $L, $L, $L, $L)",
                block,
                first ? "normThenFeed" : "feedThenNorm",
                method.current(),
                ActivationCode.function(operation.activation()),
                read(operation.dropout()),
                read(operation.epsilon()));
        return words("transformer block", operation.causal(), operation.heads());
    }

    static String positions(PositionEmbeddingOp operation, LayerMethod method) {
        method.assign("$N.addTo(tf, $L)", method.holder(operation.holder()), method.current());
        return "trained positions";
    }
}
