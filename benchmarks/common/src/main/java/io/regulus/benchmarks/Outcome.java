package io.regulus.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Optional;

/**
 * What one process of a contender measured. It is printed as one line behind {@link #MARK}.
 *
 * @param stepsPerSecond training steps, or calls of predict, per second of wall time
 * @param cpuMillisPerStep processor time of the whole process per step, all threads together
 * @param peakMegabytes largest resident memory of the process, training or prediction included
 * @param firstStepSeconds from the launch of the process to the end of the first step
 * @param networkSeconds of that, what came once the library's natives were loaded: the network is built and takes its first step
 * @param training what was learned; null for workloads that only predict
 */
public record Outcome(
        double stepsPerSecond,
        double cpuMillisPerStep,
        double peakMegabytes,
        double firstStepSeconds,
        double networkSeconds,
        Training training) {
    /** What a line with a result begins with. */
    public static final String MARK = "RESULT ";

    /**
     * What was learned.
     *
     * @param steps taken in all
     * @param epochLoss what the library itself reported for the last epoch; some add penalties, so it compares nothing
     * @param loss mean data loss without dropout on the first rows of the data, computed alike for all contenders
     * @param naiveLoss the same loss of the best constant prediction: what a network has before it learned anything
     */
    public record Training(long steps, double epochLoss, double loss, double naiveLoss) {
        /** What is wrong with it, if anything. */
        public Optional<String> fault() {
            if (!Double.isFinite(epochLoss) || !Double.isFinite(loss)) {
                return Optional.of("the loss is not finite: " + epochLoss + " in training, " + loss + " after it");
            }
            // Halfway to nothing would be asked too much of a short run; by a tenth it falls in some ten steps.
            if (loss > 0.9 * naiveLoss) {
                return Optional.of(
                        "the loss did not fall: " + loss + ", that of a constant prediction is " + naiveLoss);
            }
            return Optional.empty();
        }
    }

    /** What is wrong with it, if anything. */
    public Optional<String> fault() {
        return training == null ? Optional.empty() : training.fault();
    }

    /** The line. */
    public String line() {
        return MARK + json().toJson(this);
    }

    /** The outcome of a line's text behind the mark. */
    public static Outcome of(String text) {
        return json().fromJson(text, Outcome.class);
    }

    /** A loss that is not finite shall arrive as such. */
    private static Gson json() {
        return new GsonBuilder().serializeSpecialFloatingPointValues().create();
    }
}
