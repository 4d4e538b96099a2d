package io.regulus.train;

/**
 * A callback that remembers something from one step or epoch to another: with checkpoints its memory is stored with the run, and given
 * back to the callback of the same class when the run goes on.
 */
public interface Stateful extends Callback {
    /** What it remembers, between two steps or after an epoch. */
    CallbackState state();

    /**
     * Takes back what it remembered; called after {@link Callback#onFitStart}, which may have forgotten everything.
     *
     * @throws IllegalArgumentException if it is not what {@link #state} gives
     */
    void restore(CallbackState state);
}
