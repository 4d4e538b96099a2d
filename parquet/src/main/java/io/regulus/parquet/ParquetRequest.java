package io.regulus.parquet;

import java.util.List;

/**
 * What is to be read.
 *
 * @param hasFeatures whether features are read at all
 * @param features columns, in their order; empty for all that are nothing else
 * @param dropped columns to leave out
 * @param targets columns of the real targets
 * @param label column of the class label; empty for none
 */
record ParquetRequest(
        boolean hasFeatures, List<String> features, List<String> dropped, List<String> targets, String label) {
    /** The column of the label alone. */
    static ParquetRequest ofLabels(String label) {
        return new ParquetRequest(false, List.of(), List.of(), List.of(), label);
    }

    boolean hasLabel() {
        return !label.isEmpty();
    }
}
