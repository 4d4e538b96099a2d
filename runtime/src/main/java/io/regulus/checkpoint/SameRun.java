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
        model.hyperparameters()
                .forEach((name, value) -> same.compare(
                        new RunSetting(name, now.get(name), "create the model with " + name + " = %s"), value));
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

    private void compare(RunSetting setting, String before) {
        if (!before.equals(setting.value())) {
            differences.add(setting.name() + " = " + setting.value() + ", in the run " + before + ": "
                    + String.format(setting.cure(), before));
        }
    }
}
