package io.regulus.train;

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

    /** After each step. */
    default void onStep(TrainingRun run, StepResult step) {}

    /** After each epoch, validation included. */
    default void onEpochEnd(TrainingRun run, EpochResult epoch) {}

    /** After the last step, also where the fit was stopped or failed. */
    default void onFitEnd(TrainingRun run, History history) {}
}
