package io.regulus.train;

import io.regulus.annotations.MonitorMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A metric that is watched over the epochs: its value, and what is better. */
public final class Monitor {
    private static final String VALIDATION = "val_";
    private static final String LOSS = "loss";
    private static final Set<String> LARGER_IS_BETTER = Set.of("accuracy", "auc", "r2");

    private final String name;
    private final boolean larger;
    private final double minDelta;

    /**
     * A metric by its name.
     *
     * @param name such as {@code "val_loss"}
     * @param mode which way it is to go
     * @param minDelta what counts as better: more than this, 0 or more
     */
    public Monitor(String name, MonitorMode mode, double minDelta) {
        this.name = name;
        this.minDelta = minDelta;
        this.larger = switch (mode) {
            case MIN -> false;
            case MAX -> true;
            case AUTO -> LARGER_IS_BETTER.stream().anyMatch(this::isNamed);
        };
    }

    /** Whether it is a metric of this name, of the training or validation data, of any output. */
    private boolean isNamed(String metric) {
        return name.equals(metric) || name.endsWith("_" + metric);
    }

    /**
     * Does nothing where the metric is there.
     *
     * @param there what the fit reports: {@link TrainingRun#monitored}
     * @param asked who watches it, to begin the message with
     * @throws IllegalArgumentException saying what is missing
     */
    public void requireIn(Set<String> there, String asked) {
        if (!there.contains(name)) {
            boolean validated = there.stream().anyMatch(each -> each.startsWith(VALIDATION));
            String cure = name.startsWith(VALIDATION) && !validated
                    ? "this fit has no validation data: give it by Fit.validateOn or validationSplit, or watch 'loss'"
                    : "there are " + there;
            throw new IllegalArgumentException(asked + " watches '" + name + "', but " + cure + ".");
        }
    }

    /** The names of what a fit reports. */
    static Set<String> names(Set<String> metrics, boolean validated) {
        Set<String> names = new TreeSet<>(metrics);
        names.add(LOSS);
        if (validated) {
            List.copyOf(names).forEach(each -> names.add(VALIDATION + each));
        }
        return names;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Which way it is to go: never {@link MonitorMode#AUTO}, which its name has decided. */
    public MonitorMode mode() {
        return larger ? MonitorMode.MAX : MonitorMode.MIN;
    }

    /** Whether an epoch has it. */
    public boolean isIn(EpochResult epoch) {
        return names(epoch.training().metrics().keySet(), epoch.validation().isPresent())
                .contains(name);
    }

    /** Its value after an epoch that has it. */
    public double value(EpochResult epoch) {
        boolean validated = name.startsWith(VALIDATION);
        String plain = validated ? name.substring(VALIDATION.length()) : name;
        Evaluation evaluation = validated ? epoch.validation().orElseThrow() : epoch.training();
        return plain.equals(LOSS) ? evaluation.loss() : evaluation.metric(plain);
    }

    /** Whether a value is better than another by more than the least that counts; a NaN never is. */
    public boolean isBetter(double value, double reference) {
        return larger ? value - minDelta > reference : value + minDelta < reference;
    }

    /** Worse than every value. */
    public double worst() {
        return larger ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
