package io.regulus.processor.graph;

import io.regulus.annotations.Statistics;
import io.regulus.processor.spec.BatchNormSpec;
import io.regulus.processor.spec.GroupNormSpec;
import io.regulus.processor.spec.InstanceNormSpec;
import io.regulus.processor.spec.LayerNormSpec;
import io.regulus.processor.spec.RmsNormSpec;
import java.util.List;
import java.util.Optional;

/** Norms, their variables held by an object of the runtime. */
final class NormOperations {
    private static final String SUFFIX = "Norm";

    private NormOperations() {}

    /** A frozen one is no different in training from what it is in inference. */
    static Operation batchNorm(BatchNormSpec spec, LayerBuilder layer) {
        int channels = layer.input().channels();
        Holder holder = new Holder("BatchNorm", SUFFIX, List.of(channels));
        layer.variable("scale", holder, channels);
        layer.variable("shift", holder, channels);
        layer.variable("mean", holder, channels);
        layer.variable("variance", holder, channels);
        if (layer.spec().isFrozen()) {
            return new NormOp(
                    holder, "frozen", layer.number("batchNormEpsilon", spec.usage(), "epsilon"), "batch norm");
        }
        return new BatchNormOp(
                holder,
                layer.number("batchNormMomentum", spec.usage(), "momentum"),
                layer.number("batchNormEpsilon", spec.usage(), "epsilon"),
                spec.statistics() == Statistics.UNBIASED,
                false,
                Optional.empty());
    }

    static NormOp layerNorm(LayerNormSpec spec, LayerBuilder layer) {
        int features = layer.input().channels();
        Holder holder = new Holder("LayerNorm", SUFFIX, List.of(features));
        layer.variable("scale", holder, features);
        layer.variable("shift", holder, features);
        return new NormOp(holder, "apply", layer.number("layerNormEpsilon", spec.usage(), "epsilon"), "layer norm");
    }

    static NormOp groupNorm(GroupNormSpec spec, LayerBuilder layer) {
        int groups = spec.groups().value();
        Hyperparameter epsilon = layer.number("groupNormEpsilon", spec.usage(), "epsilon");
        return new NormOp(groups(groups, layer), "apply", epsilon, "group norm of " + groups);
    }

    /** A group per channel. */
    static NormOp instanceNorm(InstanceNormSpec spec, LayerBuilder layer) {
        Hyperparameter epsilon = layer.number("instanceNormEpsilon", spec.usage(), "epsilon");
        return new NormOp(groups(layer.input().channels(), layer), "apply", epsilon, "instance norm");
    }

    private static Holder groups(int groups, LayerBuilder layer) {
        int channels = layer.input().channels();
        Holder holder = new Holder("GroupNorm", SUFFIX, List.of(groups, channels));
        layer.variable("scale", holder, channels);
        layer.variable("shift", holder, channels);
        return holder;
    }

    static NormOp rmsNorm(RmsNormSpec spec, LayerBuilder layer) {
        int features = layer.input().channels();
        Holder holder = new Holder("RmsNorm", SUFFIX, List.of(features));
        layer.variable("scale", holder, features);
        return new NormOp(holder, "apply", layer.number("rmsNormEpsilon", spec.usage(), "epsilon"), "rms norm");
    }
}
