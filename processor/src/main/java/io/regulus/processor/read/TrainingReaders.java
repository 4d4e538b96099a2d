package io.regulus.processor.read;

import io.regulus.annotations.Annealing;
import io.regulus.annotations.On;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.DecayGroupSpec;
import io.regulus.processor.spec.EmphasisSpec;
import io.regulus.processor.spec.WeightAveragingSpec;

/** Reads the annotations on what a step does to weights beside the gradient. */
final class TrainingReaders {
    private TrainingReaders() {}

    static WeightAveragingSpec weightAveraging(AnnotationUse use) {
        return new WeightAveragingSpec(
                use.usage(),
                use.integer("startEpoch").value(),
                use.integer("everyEpochs").value(),
                use.constant("annealing", Annealing.class).value());
    }

    static ConstraintSpec constraint(AnnotationUse use, ConstraintSpec.Kind kind) {
        return new ConstraintSpec(
                use.usage(), kind, use.constant("on", On.class).value());
    }

    static EmphasisSpec classWeights(AnnotationUse use) {
        return new EmphasisSpec.ClassWeights(use.usage().numbered("value", "class"));
    }

    static DecayGroupSpec decayGroup(AnnotationUse use) {
        return new DecayGroupSpec(use.usage(), use.index() + 1, use.string("pattern"), use.number("weightDecay"));
    }
}
