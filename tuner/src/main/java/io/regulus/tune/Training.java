package io.regulus.tune;

import io.regulus.data.Dataset;
import io.regulus.data.Splitter;
import io.regulus.engine.NonFiniteException;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Callback;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Trains the models of a trial, fold by fold. */
record Training(Space space, Fit fit, Objective objective, List<Splitter.Fold<Dataset>> folds, Settings settings) {
    /** Ends a fit before its first step. */
    private static final class Checked extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Asks a fit that goes no further whether it would take the data and report the objective. */
    private record Check(Objective objective, String model) implements Callback {
        @Override
        public void onFitStart(TrainingRun run) {
            objective.monitor().requireIn(run.monitored(), "the search over " + model);
            throw new Checked();
        }
    }

    void check(ModelType<?> type) {
        try (Model model = type.create(Map.of(), settings)) {
            model.fit(
                    folds.get(0).train(),
                    fitOf(folds.get(0), 1)
                            .callback(new Check(objective, type.modelClass().getSimpleName())));
        } catch (Checked passed) {
            return;
        }
        throw new IllegalStateException("the fit did not ask its callbacks");
    }

    /** The fit of a fold: that of the search, for other epochs and data. */
    private Fit fitOf(Splitter.Fold<Dataset> fold, int epochs) {
        return Fit.epochs(epochs)
                .batchSize(fit.batchSize())
                .shuffle(fit.shuffle())
                .seed(fit.seed())
                .verbose(false)
                .validateOn(fold.validation());
    }

    /** @throws CancellationException if the thread was interrupted meanwhile: what was trained is no trial */
    Trial run(Proposal proposal) {
        List<Evaluation> evaluations = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Splitter.Fold<Dataset> fold : folds) {
            try (Model model = create(proposal)) {
                model.fit(fold.train(), fitOf(fold, proposal.epochs()));
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("the search was interrupted");
                }
                Evaluation evaluation = model.evaluate(fold.validation());
                double value = objective.value(evaluation);
                if (!Double.isFinite(value)) {
                    return Trial.failed(proposal, objective.name() + " is " + value);
                }
                evaluations.add(evaluation);
                values.add(value);
            } catch (NonFiniteException | RefusedNumbers failure) {
                return Trial.failed(proposal, firstLine(failure.getMessage()));
            }
        }
        double mean = values.stream().mapToDouble(value -> value).sum() / values.size();
        return Trial.complete(proposal, mean, values, means(evaluations));
    }

    /** The hyperparameters are not those of a model: this trial's fault, as one of a fit's arguments is not. */
    private static final class RefusedNumbers extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedNumbers(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private Model create(Proposal proposal) {
        ModelType<?> type = space.type(proposal.model());
        try {
            type.plan(proposal.numbers());
        } catch (IllegalArgumentException refused) {
            throw new RefusedNumbers(refused);
        }
        return type.create(proposal.numbers(), settings);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static Map<String, Double> means(List<Evaluation> evaluations) {
        Map<String, Double> means = new LinkedHashMap<>();
        means.put("val_loss", evaluations.stream().mapToDouble(Evaluation::loss).sum() / evaluations.size());
        for (String metric : evaluations.get(0).metrics().keySet()) {
            means.put(
                    "val_" + metric,
                    evaluations.stream().mapToDouble(one -> one.metric(metric)).sum() / evaluations.size());
        }
        return means;
    }
}
