package io.regulus.processor.read;

import io.regulus.annotations.On;
import io.regulus.processor.spec.DecaySpec;
import io.regulus.processor.spec.OptimizerSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads the annotations that choose the optimizer; a new optimizer is a new entry. */
final class OptimizerReaders {
    static final Map<String, Function<AnnotationUse, OptimizerSpec>> BY_NAME = Map.of(
            "Sgd", use -> new OptimizerSpec.Sgd(use.usage(), use.flag("nesterov"), decay(use)),
            "Adam", use -> new OptimizerSpec.Adam(use.usage(), use.flag("amsgrad")),
            "AdamW", use -> new OptimizerSpec.AdamW(use.usage(), use.flag("amsgrad"), decay(use)),
            "RmsProp", use -> new OptimizerSpec.RmsProp(use.usage(), use.flag("centered")),
            "Lion", use -> new OptimizerSpec.Lion(use.usage(), decay(use)),
            "Lamb", use -> new OptimizerSpec.Lamb(use.usage(), decay(use)),
            "Nadam", use -> new OptimizerSpec.Nadam(use.usage()),
            "Adagrad", use -> new OptimizerSpec.Adagrad(use.usage()));

    private OptimizerReaders() {}

    private static DecaySpec decay(AnnotationUse use) {
        return new DecaySpec(
                use.number("weightDecay"), use.constant("decayOn", On.class).value(), use.strings("excludeFromDecay"));
    }
}
