package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.read;

import io.regulus.processor.graph.MultiHeadAttentionOp;
import io.regulus.processor.graph.PositionEmbeddingOp;
import io.regulus.processor.graph.TransformerBlockOp;

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
