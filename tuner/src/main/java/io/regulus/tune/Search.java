package io.regulus.tune;

import io.regulus.data.Dataset;
import io.regulus.data.Splitter;
import io.regulus.engine.Settings;
import io.regulus.save.LibraryVersion;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A search over given data. */
final class Search {
    private final Tuner.Choices choices;
    private final Space space;
    private final Fit fit;
    private final List<Splitter.Fold<Dataset>> folds;

    Search(Tuner.Choices choices, Dataset data) {
        this.choices = choices;
        this.space = new Space(choices.types, choices.ranges);
        this.fit = choices.fit.orElseThrow(() -> new IllegalArgumentException(
                "the search does not know how to fit: give .fit(Fit.epochs(10).validateOn(validation))"));
        requirePlain();
        choices.strategy.check(fit.epochs());
        this.folds = folds(data);
    }

    private void requirePlain() {
        if (!fit.callbacks().isEmpty()
                || fit.checkpoints().isPresent()
                || fit.teacher().isPresent()
                || fit.schedule().isPresent()
                || fit.initialEpoch() > 0) {
            throw new IllegalArgumentException(
                    "the fit of a search has callbacks, checkpoints, a teacher, a schedule or epochs that"
                            + " are done, which trials cannot share: leave them out; early stopping and schedules of the class are kept");
        }
        if (fit.validationStream().isPresent()) {
            throw new IllegalArgumentException(
                    "the fit of a search validates on a stream, which trials cannot share: give it a Dataset");
        }
        boolean validated = fit.validation().isPresent() || fit.validationSplit() > 0;
        if (validated == choices.folds.isPresent()) {
            throw new IllegalArgumentException(
                    validated
                            ? "both kFold and validation data of the fit are set; keep one of them"
                            : "the search has nothing to compare by: give the fit validateOn or validationSplit, or the search kFold");
        }
    }

    private List<Splitter.Fold<Dataset>> folds(Dataset data) {
        if (choices.folds.isPresent()) {
            Tuner.Folds wanted = choices.folds.get();
            return wanted.splitter().kFold(data, wanted.k());
        }
        if (fit.validation().isPresent()) {
            return List.of(new Splitter.Fold<>(data, fit.validation().get()));
        }
        Splitter.Split<Dataset> split = data.splitAt(1 - fit.validationSplit());
        return List.of(new Splitter.Fold<>(split.first(), split.second()));
    }

    /** That every class takes the data and has the objective; nothing is trained. */
    void check() {
        space.models().forEach(model -> training().check(space.type(model)));
    }

    private Training training() {
        Settings settings = Settings.defaults().withSeed(choices.seed).withThreads(choices.threadsPerTrial, 1);
        return new Training(space, fit, choices.objective, folds, settings);
    }

    /** What the numbers of the search depend on, in words. */
    Map<String, String> identity() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Regulus", LibraryVersion.get());
        words.put(
                "models",
                choices.types.stream()
                        .map(type -> type.modelClass().getName() + " " + type.defaults())
                        .collect(Collectors.joining("; ")));
        words.put("ranges", choices.ranges.toString());
        words.put("strategy", choices.strategy.toString());
        words.put("objective", choices.objective.toString());
        words.put(
                "fit",
                fit.epochs() + " epochs, batch " + fit.batchSize() + ", seed " + fit.seed()
                        + (fit.shuffle() ? "" : ", not shuffled"));
        words.put("folds", Integer.toString(choices.folds.map(Tuner.Folds::k).orElse(0)));
        words.put("seed", Long.toString(choices.seed));
        words.put("threads per trial", Integer.toString(choices.threadsPerTrial));
        words.put("training and validation data", data());
        return words;
    }

    /** Rows and checksums, those of every fold, for a splitter has no words of its own. */
    private String data() {
        Splitter.Fold<Dataset> first = folds.get(0);
        return first.train().size() + " and " + first.validation().size() + " rows, "
                + folds.stream()
                        .map(fold -> fold.train().fingerprint() + " and "
                                + fold.validation().fingerprint())
                        .collect(Collectors.joining(", "));
    }

    /** The trials, those of the journal taken from there. */
    TuningResult run(Journal journal, Map<String, String> identity) {
        List<Trial> done = new ArrayList<>();
        ParallelTrials parallel =
                new ParallelTrials(choices.threads / choices.threadsPerTrial, training(), journal, choices.listener);
        while (true) {
            List<Proposal> next = choices.strategy.next(space, choices.objective, fit.epochs(), List.copyOf(done));
            if (next.isEmpty()) {
                break;
            }
            done.addAll(parallel.run(next));
        }
        List<Trial> trials = choices.strategy.trials(done);
        if (trials.stream().allMatch(trial -> trial.state() == Trial.State.FAILED)) {
            throw new IllegalStateException("no trial of " + trials.size() + " came to an end, the first: "
                    + trials.get(0).hyperparameters() + ": " + trials.get(0).reason()
                    + "; try smaller learning rates, or other ranges");
        }
        return new TuningResult(trials, choices.objective, space.ranges(), identity);
    }
}
