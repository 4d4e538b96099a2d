package io.regulus.train;

import io.regulus.engine.NetworkPlan;
import io.regulus.engine.TargetPort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The curves of a fit as they can be compared. */
final class DiagnosisCurves {
    private static final double MEDIAN_TO_DEVIATION = 1.4826;

    private final int[] epochs;
    private final double[] training;
    private final double[] fair;
    private final double[] validation;
    private final double level;
    private final boolean levelKnown;

    private DiagnosisCurves(
            int[] epochs, double[] training, double[] fair, double[] validation, double level, boolean levelKnown) {
        this.epochs = epochs;
        this.training = training;
        this.fair = fair;
        this.validation = validation;
        this.level = level;
        this.levelKnown = levelKnown;
    }

    static DiagnosisCurves of(History history, Optional<NetworkPlan> network, Optional<Evaluation> trainingRows) {
        double[] training = history.loss();
        int last = training.length - 1;
        double[] fair = IntStream.rangeClosed(0, last)
                .mapToDouble(e -> e == last
                        ? trainingRows.map(Evaluation::loss).orElse(training[last])
                        : (training[e] + training[e + 1]) / 2)
                .toArray();
        Optional<Double> known = network.flatMap(DiagnosisCurves::level);
        return new DiagnosisCurves(
                history.epochs().stream().mapToInt(EpochResult::epoch).toArray(),
                training,
                fair,
                history.validationLoss(),
                known.orElse(training.length == 0 ? Double.NaN : training[0]),
                known.isPresent());
    }

    /** The loss of equal probabilities, where a single output has classes. */
    private static Optional<Double> level(NetworkPlan network) {
        return network.outputs().size() == 1 && network.outputs().get(0).target() instanceof TargetPort.Classes classes
                ? Optional.of(Math.log(classes.classes()))
                : Optional.empty();
    }

    /** The numbers of the epochs. */
    int[] epochs() {
        return epochs;
    }

    /** The training losses as they were measured. */
    double[] training() {
        return training;
    }

    /** T of {@link Diagnosis}. */
    double[] fair() {
        return fair;
    }

    /** V of {@link Diagnosis}; NaN where there is none. */
    double[] validation() {
        return validation;
    }

    /** The loss of a network that knows nothing. */
    double level() {
        return level;
    }

    /** Whether the level is not only that of the first epoch. */
    boolean levelKnown() {
        return levelKnown;
    }

    int size() {
        return training.length;
    }

    int last() {
        return training.length - 1;
    }

    /** Whether every epoch was validated. */
    boolean validated() {
        return size() > 0 && DoubleStream.of(validation).noneMatch(Double::isNaN);
    }

    /** How far a curve moves up and down from one epoch to the next, trends left out. */
    static double noise(double[] curve) {
        if (curve.length < 4) {
            return 0;
        }
        return MEDIAN_TO_DEVIATION
                * median(IntStream.range(1, curve.length - 1)
                        .mapToDouble(e -> Math.abs(curve[e + 1] - 2 * curve[e] + curve[e - 1]))
                        .toArray())
                / Math.sqrt(6);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Where a curve is lowest, the first time. */
    static int lowest(double[] curve) {
        int best = 0;
        for (int e = 1; e < curve.length; e++) {
            best = curve[e] < curve[best] ? e : best;
        }
        return best;
    }

    /** The changes from epoch to epoch. */
    static List<Double> changes(double[] curve) {
        return IntStream.range(1, curve.length)
                .mapToObj(e -> curve[e] - curve[e - 1])
                .toList();
    }
}
