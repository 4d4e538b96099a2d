package io.regulus.processor.graph;

import io.regulus.annotations.Initializer;
import io.regulus.processor.check.Parameters;
import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.PositionEmbeddingSpec;
import io.regulus.processor.spec.ScoredAttentionSpec;
import io.regulus.processor.spec.TensorShape;
import io.regulus.processor.spec.TransformerBlockSpec;
import java.util.List;
import java.util.Optional;

/** Operations in which the steps of a sequence see each other, or are told apart. */
final class AttentionOperations {
    private AttentionOperations() {}

    static void attention(MultiHeadAttentionSpec spec, LayerBuilder layer) {
        List<TensorShape> inputs = layer.step().inputs();
        int query = inputs.get(0).channels();
        int value = inputs.get(inputs.size() - 1).channels();
        int heads = spec.heads().value();
        int keys = heads * spec.keyDim().value();
        int values = heads * spec.headValues();
        int outputs = spec.outputs(query);
        Holder holder = new Holder(
                "MultiHeadAttention",
                "Heads",
                List.of(
                        query,
                        value,
                        heads,
                        spec.keyDim().value(),
                        spec.headValues(),
                        outputs,
                        spec.useBias(),
                        spec.kernelInitializer()));
        projection("query", holder, layer, query, keys, spec.useBias());
        projection("key", holder, layer, value, keys, spec.useBias());
        projection("value", holder, layer, value, values, spec.useBias());
        projection("output", holder, layer, values, outputs, spec.useBias());
        layer.add(new MultiHeadAttentionOp(
                holder,
                heads,
                inputs.size() > 1,
                spec.causal(),
                layer.number("attentionDropout", spec.usage(), "dropout")));
    }

    static ScoredAttentionOp scored(ScoredAttentionSpec spec, LayerBuilder layer) {
        Optional<Variable> scale = Optional.empty();
        if (spec.useScale()) {
            scale = Optional.of(
                    spec.additive()
                            ? layer.variable(
                                    Parameters.SCORE_SCALE,
                                    Initializer.GLOROT_UNIFORM,
                                    layer.input().channels())
                            : layer.variable(Parameters.SCORE_SCALE, 1));
        }
        return new ScoredAttentionOp(
                spec.additive(),
                scale,
                layer.step().inputs().size(),
                spec.causal(),
                layer.number("attentionDropout", spec.usage(), "dropout"));
    }

    static void block(TransformerBlockSpec spec, LayerBuilder layer) {
        int features = layer.input().channels();
        int heads = spec.heads().value();
        int keys = heads * spec.keyDim().value();
        int units = spec.feedForward().value();
        Holder holder = new Holder(
                "TransformerBlock",
                "Block",
                List.of(features, heads, spec.keyDim().value(), units, spec.kernelInitializer()));
        projection("query", holder, layer, features, keys, true);
        projection("key", holder, layer, features, keys, true);
        projection("value", holder, layer, features, keys, true);
        projection("output", holder, layer, keys, features, true);
        norm("norm1", holder, layer, features);
        projection("dense1", holder, layer, features, units, true);
        projection("dense2", holder, layer, units, features, true);
        norm("norm2", holder, layer, features);
        layer.add(new TransformerBlockOp(
                holder,
                heads,
                spec.activation().value(),
                spec.normFirst(),
                spec.causal(),
                layer.number("blockDropout", spec.usage(), "dropout"),
                layer.number("blockEpsilon", spec.usage(), "epsilon")));
    }

    private static void norm(String name, Holder holder, LayerBuilder layer, int features) {
        layer.variable(name + "_scale", holder, features);
        layer.variable(name + "_shift", holder, features);
    }

    private static void projection(
            String name, Holder holder, LayerBuilder layer, int features, int units, boolean useBias) {
        layer.variable(name + "_kernel", holder, features, units);
        if (useBias) {
            layer.variable(name + "_bias", holder, units);
        }
    }

    static void positionEmbedding(PositionEmbeddingSpec spec, LayerBuilder layer) {
        int steps = layer.input().dims().get(0);
        int features = layer.input().channels();
        Holder holder = new Holder("PositionEmbedding", "Positions", List.of(steps, features, spec.initializer()));
        layer.variable("positions", holder, steps, features);
        layer.add(new PositionEmbeddingOp(holder));
    }
}
