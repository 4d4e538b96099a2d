package io.regulus.train;

import io.regulus.data.SharedRows;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Regulariser;
import io.regulus.train.Diagnosis.Finding;
import io.regulus.train.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rules of {@link Diagnosis}, one method each; their numbers are told at {@link Verdict}. */
final class DiagnosisRules {
    private static final int FEWEST_EPOCHS = 3;
    private static final int FEWEST_FOR_NOISE = 6;

    private final History history;
    private final boolean networkKnown;
    private final List<Regulariser> regularisers;
    private final Optional<Evaluation> trainingRows;
    private final DiagnosisCurves curves;
    private final NextSteps next;
    private final double noise;

    DiagnosisRules(History history, Optional<NetworkPlan> network, Optional<Evaluation> trainingRows) {
        this.history = history;
        this.networkKnown = network.isPresent();
        this.regularisers = network.map(Diagnosis::active).orElse(List.of());
        this.trainingRows = trainingRows;
        this.curves = DiagnosisCurves.of(history, network, trainingRows);
        this.next = new NextSteps(history, regularisers);
        this.noise = curves.validated() ? DiagnosisCurves.noise(curves.validation()) : 0;
    }

    Diagnosis diagnosis() {
        Optional<Finding> diverged = diverged();
        if (diverged.isPresent()) {
            return new Diagnosis(List.of(diverged.get()));
        }
        if (curves.size() < FEWEST_EPOCHS) {
            return new Diagnosis(List.of(new Finding(
                    Verdict.TOO_SHORT,
                    0,
                    curves.size() + (curves.size() == 1 ? " epoch was" : " epochs were") + " trained; the rules need "
                            + FEWEST_EPOCHS + ".",
                    next.longer())));
        }
        List<Finding> found = new ArrayList<>();
        noisy().ifPresent(found::add);
        if (!curves.validated()) {
            found.add(new Finding(
                    Verdict.NOT_VALIDATED,
                    0,
                    "There is no validation loss of every epoch, so that nobody can say whether the network is overfit.",
                    List.of("Fit.validateOn(validation), or Fit.validationSplit(0.2)")));
            underfit().ifPresent(found::add);
            improving(curves.training(), "training").ifPresent(found::add);
            return new Diagnosis(found);
        }
        Optional<Finding> suspicious = suspicious();
        Optional<Finding> overfit = overfit();
        suspicious.ifPresent(found::add);
        overfit.ifPresent(found::add);
        if (overfit.isEmpty()) {
            if (suspicious.isEmpty()) {
                underfit().ifPresent(found::add);
            }
            improving(curves.validation(), "validation").ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.add(good());
        }
        return new Diagnosis(found);
    }

    static Finding leak(SharedRows shared) {
        return new Finding(
                Verdict.LEAK,
                0,
                "Of the " + shared.size() + " validation rows " + shared.rows().size()
                        + " have the inputs of a training row, as row "
                        + shared.rows().get(0) + " those of row "
                        + shared.others().get(0) + " (counted from 0); of the training rows " + percent(shared.twice())
                        + " are there more than once.",
                NextSteps.otherRows());
    }

    private Optional<Finding> diverged() {
        double[] t = curves.training();
        for (int e = 0; e < t.length; e++) {
            if (!Double.isFinite(t[e]) || Double.isInfinite(curves.validation()[e])) {
                return Optional.of(new Finding(
                        Verdict.DIVERGED, curves.epochs()[e], "The loss is no finite number.", next.slower()));
            }
        }
        if (history.ending().kind() == Ending.Kind.FAILED) {
            return Optional.of(new Finding(
                    Verdict.DIVERGED, 0, "The fit failed: " + history.ending().reason() + ".", next.slower()));
        }
        if (t.length < 2) {
            return Optional.empty();
        }
        int best = DiagnosisCurves.lowest(t);
        double given = t[curves.last()] - t[best];
        return given > Math.max(0.5 * (t[0] - t[best]), 0.1 * Math.abs(t[0]))
                ? Optional.of(new Finding(
                        Verdict.DIVERGED,
                        curves.epochs()[best],
                        "The training loss was " + number(t[best]) + " in epoch " + curves.epochs()[best] + " and is "
                                + number(t[curves.last()]) + " in the last; it began at " + number(t[0]) + ".",
                        next.slower()))
                : Optional.empty();
    }

    private Optional<Finding> noisy() {
        if (curves.size() < FEWEST_FOR_NOISE) {
            return Optional.empty();
        }
        List<Double> changes = DiagnosisCurves.changes(curves.training());
        double rises =
                changes.stream().mapToDouble(change -> Math.max(0, change)).sum();
        double falls =
                changes.stream().mapToDouble(change -> Math.max(0, -change)).sum();
        double usual =
                DiagnosisCurves.median(changes.stream().mapToDouble(Math::abs).toArray());
        return usual > 0.05 * curves.level() && rises > 0.5 * falls
                ? Optional.of(new Finding(
                        Verdict.NOISY,
                        0,
                        "The training loss moves by " + number(usual) + " in half of the epochs, and rises take back "
                                + percent(rises / falls) + " of what falls gain.",
                        next.calmer()))
                : Optional.empty();
    }

    private Optional<Finding> suspicious() {
        boolean noisyTraining = regularisers.stream().anyMatch(Regulariser::noisy);
        if (noisyTraining && trainingRows.isEmpty()) {
            return Optional.empty();
        }
        int first = trainingRows.isPresent() ? curves.last() : curves.size() / 2;
        int better = (int) IntStream.rangeClosed(first, curves.last())
                .filter(this::isMuchBelowTraining)
                .count();
        int asked = curves.size() - first;
        if (better < 0.75 * asked || (trainingRows.isEmpty() && better < 2)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Verdict.SUSPICIOUS_VALIDATION,
                0,
                "In the last epoch the validation loss is " + number(lastValidation()) + ", that of training "
                        + number(lastTraining())
                        + (trainingRows.isPresent()
                                ? ", both without dropout."
                                : networkKnown
                                        ? ", and no dropout or change of the rows explains it."
                                        : "; dropout or random changes of the rows, if there are any, may explain it."),
                next.otherValidation(trainingRows.isPresent())));
    }

    private boolean isMuchBelowTraining(int e) {
        double below = curves.fair()[e] - curves.validation()[e];
        return curves.validation()[e] < 0.8 * curves.fair()[e] && below > Math.max(2 * noise, 0.02 * curves.level());
    }

    private Optional<Finding> overfit() {
        return risen().or(this::gap);
    }

    private Optional<Finding> risen() {
        double[] v = curves.validation();
        int best = DiagnosisCurves.lowest(v);
        if (best == curves.last()) {
            return Optional.empty();
        }
        int from = Math.max(best + 1, curves.size() - 3);
        double end = DiagnosisCurves.median(
                DoubleStream.of(v).skip(from).limit(curves.size() - from).toArray());
        boolean rose = end - v[best] > Math.max(2 * noise, Math.max(0.05 * v[best], 0.01 * curves.level()));
        boolean learnt = curves.training()[curves.last()] < curves.training()[best];
        if (!rose || !learnt) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Verdict.OVERFIT,
                curves.epochs()[best],
                "The validation loss was lowest in epoch " + curves.epochs()[best] + ", " + number(v[best])
                        + ", and is " + number(end) + " over the last epochs; the training loss went on from "
                        + number(curves.training()[best]) + " to " + number(curves.training()[curves.last()]) + ".",
                next.stronger()));
    }

    private Optional<Finding> gap() {
        if (!isFarAbove(curves.last())
                || improving(curves.validation(), "validation").isPresent()) {
            return Optional.empty();
        }
        int from = curves.last();
        while (from > 0 && isFarAbove(from - 1)) {
            from--;
        }
        return Optional.of(new Finding(
                Verdict.OVERFIT,
                curves.epochs()[from],
                "The validation loss no longer improves and is " + number(lastValidation()) + ", that of training "
                        + number(lastTraining()) + ".",
                next.stronger()));
    }

    private boolean isFarAbove(int e) {
        double gap = curves.validation()[e] - curves.fair()[e];
        return gap > Math.max(2 * noise, Math.max(0.3 * curves.validation()[e], 0.05 * curves.level()));
    }

    private Optional<Finding> underfit() {
        if (curves.validated() && lastValidation() - lastTraining() > 0.1 * curves.level()) {
            return Optional.empty();
        }
        Evaluation last = trainingRows.orElse(history.last().training());
        Double r2 = last.metrics().get("r2");
        String because;
        if (r2 != null) {
            if (1 - r2 <= 0.5) {
                return Optional.empty();
            }
            because = "Of the variance of the training rows " + percent(Math.max(0, r2)) + " is explained.";
        } else if (curves.levelKnown()) {
            if (lastTraining() <= 0.5 * curves.level()) {
                return Optional.empty();
            }
            because = "The training loss is " + number(lastTraining()) + "; a network that knows nothing has "
                    + number(curves.level()) + ".";
        } else {
            if (lastTraining() <= 0.9 * curves.training()[0]) {
                return Optional.empty();
            }
            because = "The training loss has hardly fallen, from " + number(curves.training()[0]) + " to "
                    + number(lastTraining()) + "; if it was low from the beginning, that is no flaw.";
        }
        return Optional.of(new Finding(Verdict.UNDERFIT, 0, because, next.weaker()));
    }

    private Optional<Finding> improving(double[] curve, String name) {
        int best = DiagnosisCurves.lowest(curve);
        int before = curve.length * 2 / 3 - 1;
        double gained = curve[Math.max(0, before)] - curve[best];
        boolean late = best >= curve.length - Math.max(1, curve.length / 10);
        boolean clear = gained
                > Math.max(
                        2 * DiagnosisCurves.noise(curve),
                        Math.max(0.02 * Math.abs(curve[Math.max(0, before)]), 0.005 * curves.level()));
        return late && clear
                ? Optional.of(new Finding(
                        Verdict.STILL_IMPROVING,
                        0,
                        "The " + name + " loss was lowest in epoch " + curves.epochs()[best] + " of "
                                + curves.epochs()[curves.last()] + ", and still fell by " + number(gained)
                                + " in the last third.",
                        next.longer()))
                : Optional.empty();
    }

    private Finding good() {
        boolean unfair = trainingRows.isEmpty() && regularisers.stream().anyMatch(Regulariser::noisy);
        return new Finding(
                Verdict.GOOD_FIT,
                0,
                "The validation loss ends at " + number(lastValidation()) + ", that of training at "
                        + number(lastTraining())
                        + (unfair
                                ? ", which is measured with dropout or changed rows; without them it would be less."
                                : "."),
                next.nothing(unfair));
    }

    private double lastValidation() {
        return curves.validation()[curves.last()];
    }

    private double lastTraining() {
        return curves.fair()[curves.last()];
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
