package io.regulus.train;

import io.regulus.engine.NonFiniteException;
import java.util.Optional;

/** Listens to a fit. Every method does nothing by default; override what you need. Called on the training thread. */
public interface Callback {
    /**
     * Before the first step.
     *
     * @param run the fit
     */
    default void onFitStart(TrainingRun run) {}

    /** Before the first step of an epoch. */
    default void onEpochStart(TrainingRun run, int epoch) {}

    /** After each step: one that takes several batches is one step, with one update. */
    default void onStep(TrainingRun run, StepResult step) {}

    /**
     * After each batch that is no step: of a validation, of statistics of batch norm that are made anew when the fit ends, and of a step that takes
     * several all but the last.
     */
    default void onForwardBatch(TrainingRun run) {}

    /** Whether {@link StepResult#gradientNorm} is to be known; every step then reads a number more. Asked once, when the fit starts. */
    default boolean watchesGradients() {
        return false;
    }

    /**
     * What all processes of a group have to use alike, as of a callback that changes weights: in words, which are compared before the first step. Empty,
     * and so by default, where each may have its own.
     */
    default Optional<String> agreement() {
        return Optional.empty();
    }

    /**
     * After a step that failed as a number of it was NaN or infinite; nothing has changed by it.
     *
     * @return whether the fit is to go on with the next batch, as when weights were restored; else, and by default, it fails
     */
    default boolean onStepFailed(TrainingRun run, NonFiniteException failure) {
        return false;
    }

    /** After each epoch, validation included. */
    default void onEpochEnd(TrainingRun run, EpochResult epoch) {}

    /** After the last step, also where the fit was stopped or failed. */
    default void onFitEnd(TrainingRun run, History history) {}
}
