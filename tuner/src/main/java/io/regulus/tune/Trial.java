package io.regulus.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One setting of a search, and what came of it.
 *
 * @param number from 1, in the order of the proposals
 * @param model name of the model's class, without its package
 * @param hyperparameters those that were searched, by name
 * @param epochs passes over the training rows; fewer than those of the search where it was pruned
 * @param state what became of it
 * @param objective mean of the objective over the folds; NaN if it failed
 * @param folds the objective of each fold; one number where there are no folds
 * @param metrics means over the folds of loss and metrics of the validation data
 * @param reason why it failed; empty if it did not
 */
public record Trial(
        int number,
        String model,
        Map<String, Double> hyperparameters,
        int epochs,
        State state,
        double objective,
        List<Double> folds,
        Map<String, Double> metrics,
        String reason) {
    /** What became of a trial. */
    public enum State {
        /** Trained to the end. */
        COMPLETE,
        /** Given up in favour of better ones, after fewer epochs. */
        PRUNED,
        /** Its loss was not finite, or the model refused the hyperparameters. */
        FAILED
    }

    public Trial {
        hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
        folds = List.copyOf(folds);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    static Trial complete(Proposal of, double objective, List<Double> folds, Map<String, Double> metrics) {
        return new Trial(
                of.number(), of.model(), of.numbers(), of.epochs(), State.COMPLETE, objective, folds, metrics, "");
    }

    static Trial failed(Proposal of, String reason) {
        return new Trial(
                of.number(),
                of.model(),
                of.numbers(),
                of.epochs(),
                State.FAILED,
                Double.NaN,
                List.of(),
                Map.of(),
                reason);
    }

    Trial pruned() {
        return new Trial(number, model, hyperparameters, epochs, State.PRUNED, objective, folds, metrics, reason);
    }

    Proposal proposal() {
        return new Proposal(number, model, hyperparameters, epochs);
    }
}
