package io.regulus.checkpoint;

import io.regulus.train.FitState;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a checkpoint's folder, such as {@code step-000000001200} within an epoch, {@code step-000000001875-epoch-1} after one.
 * Of states that differ by nothing but failed steps, which were left out, only the first is stored.
 *
 * @param step of the model, over its life
 * @param epoch the epoch that has just ended, from 1; 0 within one
 */
record CheckpointName(long step, int epoch) implements Comparable<CheckpointName> {
    private static final Pattern FORM = Pattern.compile("step-([0-9]{12,18})(?:-epoch-([0-9]{1,9}))?");

    static CheckpointName of(long step, FitState state) {
        return new CheckpointName(step, state.steps() > 0 ? 0 : state.epochs());
    }

    /** Read from the name of a folder; empty where it is none of a checkpoint. */
    static Optional<CheckpointName> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        int epoch = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        return Optional.of(new CheckpointName(Long.parseLong(form.group(1)), epoch));
    }

    /** Whether this is the end of an epoch, and no step was taken from there to the other, which is within the next. */
    boolean isBeforeFirstStepTo(CheckpointName other) {
        return step == other.step && epoch > 0 && other.epoch == 0;
    }

    /** In the order that a run writes them: the end of an epoch comes after its last step. */
    @Override
    public int compareTo(CheckpointName other) {
        return Comparator.comparingLong(CheckpointName::step)
                .thenComparingInt(CheckpointName::epoch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        String name = String.format(Locale.ROOT, "step-%012d", step);
        return epoch == 0 ? name : name + "-epoch-" + epoch;
    }
}
