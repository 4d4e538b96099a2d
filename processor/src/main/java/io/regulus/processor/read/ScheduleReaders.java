package io.regulus.processor.read;

import io.regulus.annotations.MonitorMode;
import io.regulus.processor.spec.MonitorSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.ScheduleSpec;

/** Reads what happens to the learning rate and the fit from epoch to epoch. */
final class ScheduleReaders {
    private ScheduleReaders() {}

    static PolicySpec stepDecay(AnnotationUse use) {
        return new ScheduleSpec.Step(use.usage(), use.integer("every"), use.integers("at"));
    }

    static PolicySpec exponentialDecay(AnnotationUse use) {
        return new ScheduleSpec.Exponential(use.usage(), use.flag("staircase").value());
    }

    static PolicySpec cosineDecay(AnnotationUse use) {
        return new ScheduleSpec.Cosine(use.usage(), use.number("epochs"), use.number("warmupEpochs"));
    }

    static PolicySpec polynomialDecay(AnnotationUse use) {
        return new ScheduleSpec.Polynomial(use.usage(), use.number("epochs"), use.number("warmupEpochs"));
    }

    static PolicySpec reduceOnPlateau(AnnotationUse use) {
        return new MonitorSpec.ReduceOnPlateau(
                use.usage(),
                use.string("monitor"),
                use.constant("mode", MonitorMode.class).value(),
                use.integer("patience"),
                use.integer("cooldown").value());
    }

    static PolicySpec earlyStopping(AnnotationUse use) {
        return new MonitorSpec.EarlyStopping(
                use.usage(),
                use.string("monitor"),
                use.constant("mode", MonitorMode.class).value(),
                use.integer("patience"),
                use.number("baseline").value(),
                use.integer("startFromEpoch").value(),
                use.flag("restoreBestWeights").value());
    }
}
