package io.regulus.report;

import io.regulus.metrics.Reliability;
import java.util.List;

/** What an output said of rows, held against what they are. */
public sealed interface Judgement {
    /** Name of the output. */
    String output();

    /**
     * How often each class was taken for which.
     *
     * @param classes their names, in order
     * @param counts a row for each true class, a column for each predicted one
     */
    record Confusion(String output, List<String> classes, List<List<Long>> counts) implements Judgement {
        public Confusion {
            classes = List.copyOf(classes);
            counts = counts.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Predicted numbers beside true ones.
     *
     * @param wanted the true ones
     * @param predicted as many predicted ones
     */
    record Residuals(String output, List<Double> wanted, List<Double> predicted) implements Judgement {
        public Residuals {
            wanted = List.copyOf(wanted);
            predicted = List.copyOf(predicted);
        }
    }

    /** Whether the probabilities of a classifier are what they say. */
    record Calibrated(String output, Reliability reliability) implements Judgement {}
}
