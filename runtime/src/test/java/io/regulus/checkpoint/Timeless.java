package io.regulus.checkpoint;

import io.regulus.train.EpochResult;
import io.regulus.train.History;
import java.util.List;

/** What two histories of the same run have in common: all but how long it took. */
final class Timeless {
    private Timeless() {}

    static List<EpochResult> of(History history) {
        return history.epochs().stream()
                .map(epoch -> new EpochResult(
                        epoch.epoch(), epoch.training(), epoch.validation(), epoch.learningRate(), epoch.steps(), 0))
                .toList();
    }
}
