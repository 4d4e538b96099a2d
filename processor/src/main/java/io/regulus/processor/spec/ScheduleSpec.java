package io.regulus.processor.spec;

import java.util.List;
import java.util.Optional;

/** A schedule of the learning rate, as written. */
public sealed interface ScheduleSpec extends PolicySpec
        permits ScheduleSpec.Step, ScheduleSpec.Exponential, ScheduleSpec.Cosine, ScheduleSpec.OneCycle {
    @Override
    default Optional<String> oneOf() {
        return Optional.of("schedule of the learning rate");
    }

    /** {@code @StepDecay}. */
    record Step(Usage usage, Written<Integer> every, Written<List<Integer>> at) implements ScheduleSpec {}

    /** {@code @ExponentialDecay}. */
    record Exponential(Usage usage, boolean staircase) implements ScheduleSpec {}

    /** {@code @CosineDecay}. */
    record Cosine(Usage usage, Written<Double> epochs, Written<Double> warmupEpochs) implements ScheduleSpec {}

    /** {@code @OneCycle}. */
    record OneCycle(Usage usage) implements ScheduleSpec {}
}
