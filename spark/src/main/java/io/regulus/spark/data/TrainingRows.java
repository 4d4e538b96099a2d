package io.regulus.spark.data;

import java.util.List;
import java.util.Map;

/**
 * What a network is trained on.
 *
 * @param rows kept until they are closed
 * @param classNames in the order of their labels; none where they have no names
 * @param attachments texts to keep with the model, by name: what was learned of how rows are encoded
 */
public record TrainingRows(
        NumberedRows rows, RowLayout layout, List<String> classNames, Map<String, String> attachments)
        implements AutoCloseable {
    @Override
    public void close() {
        rows.close();
    }
}
