package io.regulus.train;

import io.regulus.data.SharedRows;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Regulariser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the curves of a fit say of it, in words, with what to try next.
 *
 * <pre>{@code
 * History history = model.fit(train, Fit.epochs(20).validateOn(validation));
 * System.out.println(model.diagnose(history, train));
 * }</pre>
 *
 * <p>The training loss of an epoch is a mean over its steps, so that it is half an epoch older than the validation loss, and is
 * measured with dropout and the like on. T here is the mean of the training losses of an epoch and the next one, and of the last epoch that of
 * the training rows evaluated as validation rows are, where that is given. V is the validation loss; its noise s is the deviation that its second
 * differences have around 0 (1.4826 times their median size, over the square root of 6). The level L is the loss of a network that knows nothing:
 * log(classes) of a single output of classes, else the training loss of the first epoch. The rules, each with its numbers, stand at
 * {@link Verdict}. They are rules of thumb: they say what the curves look like and not why.
 *
 * @param findings at least one, the most urgent first
 */
public record Diagnosis(List<Finding> findings) {
    /** What a fit can look like. */
    public enum Verdict {
        /**
         * The training loss is not finite, the fit failed, or it has given back more than half of what it had gained, and more than a
         * tenth of the first loss.
         */
        DIVERGED("diverged"),
        /**
         * Of six epochs or more the training loss jumps: half of its changes from epoch to epoch are above 5 % of L, and all rises
         * together above half of all falls.
         */
        NOISY("noisy"),
        /**
         * Where training and validation rows were given: more of the validation rows are training rows than chance explains, by {@link
         * SharedRows#isLeak}. Their loss is that of training, and says nothing of new rows.
         */
        LEAK("validation rows are training rows"),
        /**
         * Validation is better than training: in three quarters of the later half of the epochs, at least two, V is less than 80 % of T
         * and by more than 2 s and 2 % of L below it. Where the training rows were evaluated, that and the last V alone are compared; where they
         * were not, a network with dropout and the like gets no such verdict, for its training loss is of something harder.
         */
        SUSPICIOUS_VALIDATION("validation better than training"),
        /**
         * V rose again: at the end, the median of up to three epochs behind the best, by more than 5 % of its best, 1 % of L and 2 s, while T went on falling. Or the gap V - T is
         * more than 30 % of V, 5 % of L and 2 s, and V is no longer improving.
         */
        OVERFIT("overfit"),
        /**
         * The training rows are not learnt, and V is no more than 10 % of L above T: T is above half of L, of classes; 1 - r2 is above
         * 0.5 where that is a metric; in all else T has lost less than a tenth since the first epoch.
         */
        UNDERFIT("underfit"),
        /**
         * The best V, or T where there is no validation, is of the last tenth of the epochs, and better than what was two thirds on the way by more than 2 %, 0.5 % of L
         * and 2 s.
         */
        STILL_IMPROVING("still improving"),
        /** None of the others. */
        GOOD_FIT("good fit"),
        /** No validation: overfitting cannot be seen. */
        NOT_VALIDATED("not validated"),
        /** Fewer than three epochs. */
        TOO_SHORT("too short to tell");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As it is printed. */
        public String words() {
            return words;
        }
    }

    /**
     * One thing that the curves say.
     *
     * @param verdict what
     * @param epoch from which epoch on, as it is numbered in the history; 0 where it is of none
     * @param because the numbers it rests on, a sentence
     * @param next what to try, the first first
     */
    public record Finding(Verdict verdict, int epoch, String because, List<String> next) {
        public Finding {
            next = List.copyOf(next);
        }

        /** The verdict, since when. */
        public String title() {
            return verdict.words() + (epoch == 0 ? "" : " from epoch " + epoch + " on");
        }

        @Override
        public String toString() {
            return title() + "\n  " + because + "\n"
                    + next.stream().map(step -> "  - " + step + "\n").collect(Collectors.joining());
        }
    }

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Of curves of a network that nothing is known of. */
    public static Diagnosis of(History history) {
        return new DiagnosisRules(history, Optional.empty(), Optional.empty()).diagnosis();
    }

    /** Of a fit of a network, whose regularisers and classes are known by it. */
    public static Diagnosis of(History history, NetworkPlan network) {
        return new DiagnosisRules(history, Optional.of(network), Optional.empty()).diagnosis();
    }

    /**
     * The same, with a fair measure of how well the training rows are known in the end.
     *
     * @param trainingRows the evaluation of the training rows by the model that was fitted
     */
    public static Diagnosis of(History history, NetworkPlan network, Evaluation trainingRows) {
        return new DiagnosisRules(history, Optional.of(network), Optional.of(trainingRows)).diagnosis();
    }

    /**
     * The same with what the rows themselves say, first of all if it is that validation rows are training rows.
     *
     * @param shared validation rows that are training rows
     */
    public Diagnosis and(SharedRows shared) {
        if (!shared.isLeak()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(List.of(DiagnosisRules.leak(shared)));
        findings.stream()
                .filter(finding -> finding.verdict() != Verdict.GOOD_FIT)
                .forEach(all::add);
        return new Diagnosis(all);
    }

    /** The regularisers of a network that do something. */
    static List<Regulariser> active(NetworkPlan network) {
        return network.regularisers().stream()
                .filter(regulariser -> regulariser.isOn(network.hyperparameters()))
                .toList();
    }

    /** The most urgent of what the curves say. */
    public Verdict verdict() {
        return findings.get(0).verdict();
    }

    /** Every finding with its reason and what to try. */
    @Override
    public String toString() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining());
    }
}
