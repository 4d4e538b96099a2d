package io.regulus.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Weights as they are. */
final class RegulusLayout implements WeightLayout {
    @Override
    public List<Exchange> exchanges(LayerWeights layer, UnaryOperator<String> module) {
        List<Exchange> exchanges = new ArrayList<>();
        layer.byKind()
                .forEach((kind, weight) ->
                        exchanges.add(Exchange.same(weight, module.apply(layer.name()) + "/" + kind)));
        return exchanges;
    }

    @Override
    public String module(String part) {
        return part;
    }
}
