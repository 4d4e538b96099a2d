package io.regulus.train;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The epochs of one run.
 *
 * @param epochs in order; where a run has gone on from a checkpoint, those before it too
 * @param ending why the fit ended
 */
public record History(List<EpochResult> epochs, Ending ending) {
    public History {
        epochs = List.copyOf(epochs);
    }

    /** Of epochs that were all trained. */
    public History(List<EpochResult> epochs) {
        this(epochs, Ending.completed(epochs.size()));
    }

    /**
     * The last epoch.
     *
     * @throws IllegalStateException if there was none
     */
    public EpochResult last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("no epoch was trained");
        }
        return epochs.get(epochs.size() - 1);
    }

    /** Training data loss per epoch. */
    public double[] loss() {
        return curve(epoch -> epoch.training().loss());
    }

    /** Penalty at the end of each epoch. */
    public double[] penalty() {
        return curve(epoch -> epoch.training().penalty());
    }

    /** A training metric per epoch. */
    public double[] metric(String name) {
        return curve(epoch -> epoch.training().metric(name));
    }

    /** Validation data loss per epoch; NaN where an epoch was not validated. */
    public double[] validationLoss() {
        return curve(epoch -> epoch.validation().map(Evaluation::loss).orElse(Double.NaN));
    }

    /** A validation metric per epoch; NaN where an epoch was not validated. */
    public double[] validationMetric(String name) {
        return curve(epoch ->
                epoch.validation().map(validation -> validation.metric(name)).orElse(Double.NaN));
    }

    /**
     * What the curves say, in words, with what to try next; {@code model.diagnose(history)} knows the network too and says more.
     */
    public Diagnosis diagnosis() {
        return Diagnosis.of(this);
    }

    private double[] curve(ToDoubleFunction<EpochResult> value) {
        return epochs.stream().mapToDouble(value).toArray();
    }
}
