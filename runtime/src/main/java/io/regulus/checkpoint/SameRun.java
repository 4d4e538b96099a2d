package io.regulus.checkpoint;

import io.regulus.engine.NetworkState;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.ModelState;
import io.regulus.train.FitState;
import io.regulus.train.FitStore;
import io.regulus.train.RunSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a fit is the run that a checkpoint is of: with other steps than those to come it would end elsewhere. */
final class SameRun {
    private static final String ANEW =
            "\nFor a new run take another folder, or Checkpoints.in(...).startAnew(), which deletes the run that is there.";

    private final List<String> differences = new ArrayList<>();

    private SameRun() {}

    /**
     * Does nothing where it is.
     *
     * @throws CheckpointMismatchException listing what differs, if it is not
     */
    static void require(Path checkpoint, FitStore.Subject subject, ModelState model, StoredRun run) {
        NetworkState network = subject.network();
        try {
            SavedVariables.check(network, model);
        } catch (IncompatibleModelException other) {
            throw new CheckpointMismatchException(
                    "this network cannot go on from " + checkpoint + ": " + other.getMessage() + ANEW, other);
        }
        SameRun same = new SameRun();
        same.compare(
                new RunSetting(
                        "seed of the model",
                        Long.toString(network.seed()),
                        "create the model with Settings.defaults().withSeed(%s)"),
                Long.toString(model.seed()));
        Map<String, String> now = SavedVariables.hyperparameters(network);
        Set<String> names = new TreeSet<>(now.keySet());
        names.addAll(model.hyperparameters().keySet());
        names.forEach(name -> same.compareNumber(
                name,
                Optional.ofNullable(now.get(name)),
                Optional.ofNullable(model.hyperparameters().get(name))));
        subject.settings()
                .forEach(
                        setting -> same.compare(setting, run.settings().getOrDefault(setting.name(), setting.value())));
        same.differences.addAll(subject.attachments().differences(model.attachments()));
        same.compareEpochs(subject.epochs(), run.state());
        if (!same.differences.isEmpty()) {
            throw new CheckpointMismatchException("this fit cannot go on from " + checkpoint + ":\n  "
                    + String.join("\n  ", same.differences) + ANEW);
        }
    }

    /** A run that has trained more than is asked for cannot end there: its weights are those of a later step. */
    private void compareEpochs(int asked, FitState state) {
        int begun = state.epochs() + (state.steps() > 0 ? 1 : 0);
        if (asked < begun) {
            differences.add("epochs = " + asked + ", but the run has "
                    + (state.steps() > 0 ? "begun epoch " + begun : "trained " + begun) + ": write Fit.epochs(" + begun
                    + ") or more, or load an earlier checkpoint as a model");
        }
    }

    /** One that is on one side only is of an annotation that came or went. */
    private void compareNumber(String name, Optional<String> now, Optional<String> before) {
        if (now.isPresent() && before.isPresent()) {
            compare(new RunSetting(name, now.get(), "create the model with " + name + " = %s"), before.get());
            return;
        }
        now.ifPresent(value -> differences.add(
                name + " = " + value + ", which the run did not have: take the annotation that says it away"));
        before.ifPresent(value -> differences.add(
                name + " = " + value + " in the run, and is not there now: write the annotation that said it"));
    }

    private void compare(RunSetting setting, String before) {
        if (!before.equals(setting.value())) {
            differences.add(setting.name() + " = " + setting.value() + ", in the run " + before + ": "
                    + String.format(setting.cure(), before));
        }
    }
}
