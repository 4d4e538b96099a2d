package io.regulus.checkpoint;

import io.regulus.save.ModelState;
import io.regulus.train.EpochResult;
import io.regulus.train.FitState;
import io.regulus.train.FitStore;
import io.regulus.train.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Checkpoints while a fit runs: when to write one, which to keep. */
final class OpenedCheckpoints implements FitStore.Opened {
    private final Checkpoints.Choices choices;
    private final FitStore.Subject subject;
    private final FolderLock lock;
    private final CheckpointFolder folder;
    private final Optional<FitState> state;
    private Optional<ModelState> model;
    private Optional<BestEpoch> best;
    /** Whether the folder may have checkpoints of another run, which go when this one has something to put there. */
    private boolean replacesOthers;
    /** What was written last, or gone on from. */
    private Optional<CheckpointName> last;

    OpenedCheckpoints(
            Checkpoints.Choices choices,
            FitStore.Subject subject,
            FolderLock lock,
            CheckpointFolder folder,
            Optional<CheckpointFolder.Found> found) {
        this.choices = choices;
        this.subject = subject;
        this.lock = lock;
        this.folder = folder;
        this.replacesOthers = choices.anew();
        this.state = found.map(checkpoint -> checkpoint.run().state());
        this.model = found.map(CheckpointFolder.Found::model);
        this.last = found.map(CheckpointFolder.Found::name);
        this.best = found.map(CheckpointFolder.Found::run)
                .flatMap(run -> choices.best().flatMap(monitor -> best(monitor, run)));
    }

    /** As it was stored; where another metric was watched, or in another way, or none, by the history. */
    private static Optional<BestEpoch> best(Monitor monitor, StoredRun run) {
        return run.best()
                .filter(epoch -> epoch.isOf(monitor))
                .or(() -> BestEpoch.of(monitor, run.state().history()));
    }

    @Override
    public Optional<FitState> state() {
        return state;
    }

    @Override
    public void restore() {
        ModelState from = model.orElseThrow();
        SavedVariables.restore(subject.network(), from);
        subject.attachments().add(from.attachments());
        model = Optional.empty(); // as large as the network
    }

    @Override
    public void afterStep(Supplier<FitState> now) {
        if (choices.everySteps() > 0 && subject.network().step() % choices.everySteps() == 0) {
            write(now.get(), model());
        }
    }

    @Override
    public void afterEpoch(EpochResult epoch, Supplier<FitState> now) {
        boolean better =
                choices.best().filter(monitor -> isBetter(monitor, epoch)).isPresent();
        boolean due = epoch.epoch() % choices.everyEpochs() == 0;
        if (!better && !due) {
            return;
        }
        Optional<ModelState> saved = model();
        if (better) {
            saved.ifPresent(this::writeBest);
            best = choices.best().map(monitor -> BestEpoch.of(monitor, epoch));
        }
        if (due) {
            write(now.get(), saved);
        }
    }

    private boolean isBetter(Monitor monitor, EpochResult epoch) {
        return monitor.isBetter(monitor.value(epoch), best.map(BestEpoch::score).orElse(monitor.worst()));
    }

    @Override
    public void atEnd(Supplier<FitState> now) {
        write(now.get(), model());
    }

    private void writeBest(ModelState saved) {
        deleteOthers();
        folder.best(saved);
    }

    /** What is to be written of the model; nothing where another process writes it. */
    private Optional<ModelState> model() {
        return choices.follower()
                ? Optional.empty()
                : Optional.of(SavedVariables.of(
                        subject.network(), subject.attachments().texts()));
    }

    private void write(FitState now, Optional<ModelState> saved) {
        StoredRun run = StoredRun.of(subject.network(), now, subject.settings(), best);
        CheckpointName name = CheckpointName.of(run.step(), now);
        if (last.filter(before -> before.equals(name) || before.isBeforeFirstStepTo(name))
                .isPresent()) {
            // nothing was trained since, as where a run has ended, or a step failed and was left out
            return;
        }
        saved.ifPresent(whole -> {
            deleteOthers();
            folder.add(name, subject.network(), whole, run);
            folder.keepLast(choices.keepLast());
        });
        last = Optional.of(name);
    }

    private void deleteOthers() {
        if (replacesOthers) {
            folder.clear();
            replacesOthers = false;
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot give back the lock of the checkpoints: " + failure, failure);
        }
    }
}
