package io.regulus.checkpoint;

import io.regulus.annotations.MonitorMode;
import io.regulus.train.FitStore;
import io.regulus.train.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a fit in a folder, so that it goes on from there whatever ended it: an exception, {@code kill -9}, a power cut.
 *
 * <pre>{@code
 * Fit fit = Fit.epochs(20)
 *     .validateOn(validation)
 *     .checkpoints(Checkpoints.in(Path.of("run-7")).everySteps(100).keepLast(3).keepBest("val_loss"));
 * model.fit(train, fit);
 * }</pre>
 *
 * The same program started again goes on from the newest checkpoint, and ends with the weights and the history, bit for bit but for the
 * seconds of its epochs, that it would have had without a stop. A run that has ended is not trained again; with more epochs than it had it is trained on.
 *
 * <p>Each checkpoint is a folder such as {@code step-000000001200}, which {@code XModel.load} takes as it does any saved model; beside the
 * model it holds where in the data the run is, what metrics and callbacks have added up, the history, and the settings of the fit that are compared
 * when it goes on: batch size, order and number of the rows. Schedule, callbacks and the values of the rows are not:
 * keep them as they were. It is written under another name, forced to the disk and then renamed: a folder of that name is whole. Immutable; each setting returns a
 * changed copy.
 */
public final class Checkpoints implements FitStore {
    private final Path folder;
    private final Choices choices;

    /** What was set; changed only while a copy is made. */
    static final class Choices {
        private int everySteps;
        private int everyEpochs = 1;
        private int keepLast = 3;
        private Optional<Monitor> best = Optional.empty();
        private boolean anew;
        private boolean follower;

        Choices() {}

        Choices(Choices other) {
            everySteps = other.everySteps;
            everyEpochs = other.everyEpochs;
            keepLast = other.keepLast;
            best = other.best;
            anew = other.anew;
            follower = other.follower;
        }

        int everySteps() {
            return everySteps;
        }

        int everyEpochs() {
            return everyEpochs;
        }

        int keepLast() {
            return keepLast;
        }

        Optional<Monitor> best() {
            return best;
        }

        boolean anew() {
            return anew;
        }

        boolean follower() {
            return follower;
        }
    }

    private Checkpoints(Path folder, Choices choices) {
        this.folder = folder;
        this.choices = choices;
    }

    private Checkpoints with(Consumer<Choices> change) {
        Choices changed = new Choices(choices);
        change.accept(changed);
        return new Checkpoints(folder, changed);
    }

    /**
     * Checkpoints in a folder, one after every epoch, of which the last three are kept.
     *
     * @param folder one for each run; made when a fit begins, with those above it
     */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(Objects.requireNonNull(folder, "folder"), new Choices());
    }

    /**
     * Writes one after every so many steps, too; by default none between two epochs. One takes the time to write all variables of
     * the model to the disk, which the step waits for.
     *
     * @param steps at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Checkpoints everySteps(int steps) {
        requirePositive("everySteps", steps);
        return with(choice -> choice.everySteps = steps);
    }

    /**
     * Writes one after every so many epochs; 1 by default. The last epoch of a fit always has one.
     *
     * @param epochs at least 1
     * @throws IllegalArgumentException if it is less
     */
    public Checkpoints everyEpochs(int epochs) {
        requirePositive("everyEpochs", epochs);
        return with(choice -> choice.everyEpochs = epochs);
    }

    /**
     * How many are kept; 3 by default. Older ones are deleted when a new one is whole.
     *
     * @param count at least 1; with one, nothing is left to go on from where the disk damages it
     * @throws IllegalArgumentException if it is less
     */
    public Checkpoints keepLast(int count) {
        requirePositive("keepLast", count);
        return with(choice -> choice.keepLast = count);
    }

    /**
     * Keeps the model of the best epoch, in {@link #best}, whatever becomes of the others.
     *
     * @param monitor what is watched, such as {@code "val_loss"}; its name says which way it is to go
     */
    public Checkpoints keepBest(String monitor) {
        return keepBest(monitor, MonitorMode.AUTO);
    }

    /**
     * Keeps the model of the best epoch, in {@link #best}.
     *
     * @param monitor what is watched
     * @param mode which way it is to go
     */
    public Checkpoints keepBest(String monitor, MonitorMode mode) {
        return with(choice -> choice.best = Optional.of(new Monitor(monitor, mode, 0)));
    }

    /**
     * Begins a new run, whatever is there: the checkpoints of an earlier one, its best too, are deleted when the first of the new run is
     * written. A fit that is refused, or ends before, leaves them.
     */
    public Checkpoints startAnew() {
        return with(choice -> choice.anew = true);
    }

    /**
     * Goes on from the checkpoints and writes none: for a process of a group that is not its first, on a folder with a copy of the first one's
     * checkpoints. The other settings have to be those of the first process, which asks the others for their sums when it writes.
     */
    public Checkpoints asFollower() {
        return with(choice -> choice.follower = true);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " = " + value + ": must be at least 1");
        }
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Where the model of the best epoch is, for {@code XModel.load}; there once an epoch was trained, where {@link #keepBest} asks for it.
     * Where a run that goes on watches another metric than before, or the same in the other way, or watched none, the next epoch that is better than all
     * before it, those of the earlier fits too, is written here; until then it is as it was.
     */
    public Path best() {
        return folder.resolve(CheckpointFolder.BEST);
    }

    /**
     * For a fit; no concern of users.
     *
     * @throws IllegalStateException if another fit, of this process or another, has the folder
     * @throws CheckpointMismatchException listing what differs, if the folder holds a run of another network, other data or other
     *     settings; no checkpoint of the run has changed then, but damaged ones newer than the newest whole one are renamed
     * @throws io.regulus.save.SaveFormatException if there are checkpoints and none is whole
     * @throws IllegalArgumentException if the fit does not report what {@link #keepBest} watches
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    @Override
    public Opened open(Subject subject) {
        choices.best.ifPresent(monitor -> monitor.requireIn(subject.monitored(), "keepBest"));
        try {
            return opened(subject);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot keep checkpoints in " + folder + ": " + failure + "; give a folder that can be written",
                    failure);
        }
    }

    private Opened opened(Subject subject) throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            CheckpointFolder checkpoints = new CheckpointFolder(folder);
            checkpoints.tidy();
            Optional<CheckpointFolder.Found> found = choices.anew ? Optional.empty() : checkpoints.newest();
            found.ifPresent(newest -> SameRun.require(newest.path(), subject, newest.model(), newest.run()));
            return new OpenedCheckpoints(choices, subject, lock, checkpoints, found);
        } catch (IOException | RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }
}
