package io.regulus.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a fit has come, but for the variables of its network: with both it goes on as if it had never ended.
 *
 * @param epochs whole epochs done, those before the initial epoch included
 * @param steps steps done of the epoch under way; 0 between two epochs
 * @param seconds wall time spent on the epoch under way
 * @param sums what its losses and metrics have added up, doubles by their bits; empty between two epochs
 * @param stepRate the learning rate of the last step, where a schedule sets it
 * @param history the epochs that were reported
 * @param callbacks what callbacks remember, by their class and number
 * @param stopped why a callback has ended the run; empty while it goes on
 */
public record FitState(
        int epochs,
        int steps,
        double seconds,
        List<long[]> sums,
        Optional<Double> stepRate,
        List<EpochResult> history,
        Map<String, CallbackState> callbacks,
        Optional<String> stopped) {
    public FitState {
        sums = List.copyOf(sums);
        history = List.copyOf(history);
        callbacks = Map.copyOf(callbacks);
    }
}
