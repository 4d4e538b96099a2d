package io.regulus.checkpoint;

import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;

/** Ends a fit as a kill would, as far as files can tell: something is thrown, and nothing more is written. */
final class BrokenOff extends RuntimeException implements Callback {
    private static final long serialVersionUID = 1L;

    private final long step;
    private final int epoch;

    private BrokenOff(long step, int epoch) {
        this.step = step;
        this.epoch = epoch;
    }

    /** After a step, before its checkpoint; counted over the life of the model. */
    static BrokenOff inStep(long step) {
        return new BrokenOff(step, 0);
    }

    /** Behind the validation of an epoch, before its checkpoint. */
    static BrokenOff inEpochEnd(int epoch) {
        return new BrokenOff(0, epoch);
    }

    @Override
    public void onStep(TrainingRun run, StepResult result) {
        if (result.step() == step) {
            throw this;
        }
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult result) {
        if (result.epoch() == epoch) {
            throw this;
        }
    }
}
