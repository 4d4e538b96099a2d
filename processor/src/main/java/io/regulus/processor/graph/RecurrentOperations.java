package io.regulus.processor.graph;

import io.regulus.processor.check.Parameters;
import io.regulus.processor.spec.BidirectionalSpec;
import io.regulus.processor.spec.RecurrentSpec;
import java.util.List;
import java.util.Optional;

/** Operations that go over a sequence step by step. */
final class RecurrentOperations {
    private RecurrentOperations() {}

    static RecurrentOp recurrent(RecurrentSpec spec, LayerBuilder layer) {
        String type = spec.kind().type();
        int features = layer.input().channels();
        List<Object> arguments = List.of(
                features,
                spec.units().value(),
                spec.useBias(),
                spec.variant().value(),
                spec.kernelInitializer(),
                spec.recurrentInitializer());
        Holder forward = new Holder(type, type, arguments);
        declare(spec, layer, forward, "");
        Optional<RecurrentOp.Backward> backward =
                Parameters.directions(layer.spec()).map(directions -> backward(spec, layer, directions, arguments));
        return new RecurrentOp(
                type,
                forward,
                backward,
                spec.returnSequences(),
                layer.number("inputDropout", spec.usage(), "dropout"),
                layer.number("recurrentDropout", spec.usage(), "recurrentDropout"));
    }

    private static RecurrentOp.Backward backward(
            RecurrentSpec spec, LayerBuilder layer, BidirectionalSpec directions, List<Object> arguments) {
        Holder holder = new Holder(spec.kind().type(), "Backward", "backward", arguments);
        declare(spec, layer, holder, Parameters.BACKWARD);
        return new RecurrentOp.Backward(holder, directions.merge());
    }

    private static void declare(RecurrentSpec spec, LayerBuilder layer, Holder holder, String prefix) {
        int units = spec.units().value();
        int width = spec.kind().gates() * units;
        layer.variable(prefix + "kernel", holder, layer.input().channels(), width);
        layer.variable(prefix + "recurrent_kernel", holder, units, width);
        if (spec.useBias()) {
            boolean two =
                    spec.kind() == RecurrentSpec.Kind.GRU && spec.variant().value();
            layer.variable(prefix + "bias", holder, two ? new int[] {2, width} : new int[] {width});
        }
    }
}
