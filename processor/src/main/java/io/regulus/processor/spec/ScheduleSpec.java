package io.regulus.processor.spec;

import java.util.List;
import java.util.Optional;

/** A schedule of the learning rate, as written. */
public sealed interface ScheduleSpec extends PolicySpec
        permits ScheduleSpec.Step,
                ScheduleSpec.Exponential,
                ScheduleSpec.WarmedUp,
                ScheduleSpec.CosineRestarts,
                ScheduleSpec.OneCycle {
    @Override
    default Optional<String> oneOf() {
        return Optional.of("schedule of the learning rate");
    }

    /** {@code @StepDecay}. */
    record Step(Usage usage, Written<Integer> every, Written<List<Integer>> at) implements ScheduleSpec {}

    /** {@code @ExponentialDecay}. */
    record Exponential(Usage usage, boolean staircase) implements ScheduleSpec {}

    /** One that decays behind a warm-up. */
    sealed interface WarmedUp extends ScheduleSpec permits Cosine, Polynomial {
        /** Where the decay ends; 0 for the end of the fit. */
        Written<Double> epochs();

        /** Where the warm-up ends. */
        Written<Double> warmupEpochs();
    }

    /** {@code @CosineDecay}. */
    record Cosine(Usage usage, Written<Double> epochs, Written<Double> warmupEpochs) implements WarmedUp {}

    /** {@code @PolynomialDecay}. */
    record Polynomial(Usage usage, Written<Double> epochs, Written<Double> warmupEpochs) implements WarmedUp {}

    /** {@code @CosineRestarts}. */
    record CosineRestarts(Usage usage) implements ScheduleSpec {}

    /** {@code @OneCycle}. */
    record OneCycle(Usage usage) implements ScheduleSpec {}
}
