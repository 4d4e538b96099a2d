package io.regulus.checkpoint;

import io.regulus.save.ElementType;
import io.regulus.save.NamedTensor;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The epochs of a run as a table of numbers, a row an epoch, each number by its bits: {@code view("<f8")} in NumPy. First number,
 * steps, rate and seconds, then the training data, then whether there was validation, and the validation data; of each data loss,
 * penalty, rows and the metrics.
 */
final class EpochTable {
    static final String NAME = "history";

    private static final int OF_EPOCH = 4;
    private static final int OF_DATA = 3;

    private final List<String> metrics;

    /**
     * For metrics of these names.
     *
     * @param metrics in the order that they are reported in
     */
    EpochTable(List<String> metrics) {
        this.metrics = metrics;
    }

    /** The names of what the epochs report. */
    static List<String> metrics(List<EpochResult> epochs) {
        return epochs.isEmpty()
                ? List.of()
                : List.copyOf(epochs.get(0).training().metrics().keySet());
    }

    NamedTensor write(List<EpochResult> epochs) {
        long[] bits = new long[epochs.size() * width()];
        int at = 0;
        for (EpochResult epoch : epochs) {
            for (double number : numbers(epoch)) {
                bits[at++] = Double.doubleToRawLongBits(number);
            }
        }
        return NamedTensor.of(NAME, bits, epochs.size(), width());
    }

    private List<Double> numbers(EpochResult epoch) {
        List<Double> numbers = new ArrayList<>();
        numbers.add((double) epoch.epoch());
        numbers.add((double) epoch.steps());
        numbers.add(epoch.learningRate());
        numbers.add(epoch.seconds());
        add(numbers, epoch.training());
        numbers.add(epoch.validation().isPresent() ? 1.0 : 0.0);
        add(numbers, epoch.validation().orElse(epoch.training()));
        return numbers;
    }

    private void add(List<Double> numbers, Evaluation data) {
        numbers.add(data.loss());
        numbers.add(data.penalty());
        numbers.add((double) data.rows());
        metrics.forEach(name -> numbers.add(data.metric(name)));
    }

    /** Whether a tensor is such a table. */
    boolean fits(NamedTensor table) {
        return table.type() == ElementType.I64
                && table.shape().size() == 2
                && table.shape().get(1) == width();
    }

    List<EpochResult> read(NamedTensor table) {
        long[] bits = table.longs();
        List<EpochResult> epochs = new ArrayList<>();
        for (int from = 0; from < bits.length; from += width()) {
            int training = from + OF_EPOCH;
            int validated = training + OF_DATA + metrics.size();
            epochs.add(new EpochResult(
                    (int) number(bits, from),
                    evaluation(bits, training),
                    number(bits, validated) == 0 ? Optional.empty() : Optional.of(evaluation(bits, validated + 1)),
                    number(bits, from + 2),
                    (int) number(bits, from + 1),
                    number(bits, from + 3)));
        }
        return epochs;
    }

    private Evaluation evaluation(long[] bits, int from) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            values.put(metrics.get(i), number(bits, from + OF_DATA + i));
        }
        return new Evaluation(number(bits, from), number(bits, from + 1), values, (long) number(bits, from + 2));
    }

    private static double number(long[] bits, int at) {
        return Double.longBitsToDouble(bits[at]);
    }

    private int width() {
        return OF_EPOCH + 1 + 2 * (OF_DATA + metrics.size());
    }

    @Override
    public String toString() {
        return "I64 rows of " + width() + ", for the metrics " + metrics;
    }
}
