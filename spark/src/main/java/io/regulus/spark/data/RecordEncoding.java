package io.regulus.spark.data;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of which a column is a component of a record. */
final class RecordEncoding implements RowEncoding {
    private static final long serialVersionUID = 1;

    private final String modelClass;
    private final RecordColumns columns;
    private final RowLayout layout;
    private final String learned;
    /** Made once for a task. */
    private transient RecordBlocks<?> blocks;

    /**
     * @param modelClass name of the generated class of models
     * @param learned what the training rows have taught
     */
    RecordEncoding(String modelClass, RecordColumns columns, RowLayout layout, String learned) {
        this.modelClass = modelClass;
        this.columns = columns;
        this.layout = layout;
        this.learned = learned;
    }

    @Override
    public RowLayout layout() {
        return layout;
    }

    @Override
    public void encode(List<Row> rows, ByteBuffer into) {
        if (blocks == null) {
            blocks = RecordBlocks.of(columns, ModelTypes.of(modelClass).rows().orElseThrow(), learned);
        }
        new DatasetBytes(layout, blocks.training(rows)).write(into);
    }
}
