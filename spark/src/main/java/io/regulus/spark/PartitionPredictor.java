package io.regulus.spark;

import io.regulus.spark.data.RowPredictor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/** Puts predictions behind the rows of a partition, batch by batch as they are asked for. */
final class PartitionPredictor implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    /** More would be divided among threads, and the tasks of an executor use its cores already. */
    private static final int BATCH_ROWS = 256;

    private final String modelClass;
    private final Broadcast<SavedNetwork> network;
    private final RowPredictor predictor;
    private final PredictionColumns columns;

    PartitionPredictor(
            String modelClass, Broadcast<SavedNetwork> network, RowPredictor predictor, PredictionColumns columns) {
        this.modelClass = modelClass;
        this.network = network;
        this.predictor = predictor;
        this.columns = columns;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            return Collections.emptyIterator();
        }
        LoadedModels.Lease lease = LoadedModels.SHARED.use(modelClass, network.value());
        // a task that wants the first rows alone, as of a limit, does not come to the end of this iterator
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) ended -> lease.close());
        return new Batches(rows, lease);
    }

    private final class Batches implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final LoadedModels.Lease lease;
        private Iterator<Row> batch = Collections.emptyIterator();
        private long read;

        Batches(Iterator<Row> rows, LoadedModels.Lease lease) {
            this.rows = rows;
            this.lease = lease;
        }

        @Override
        public boolean hasNext() {
            return batch.hasNext() || rows.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (!batch.hasNext()) {
                List<Row> some = new ArrayList<>(BATCH_ROWS);
                while (some.size() < BATCH_ROWS && rows.hasNext()) {
                    some.add(rows.next());
                }
                batch = predicted(some).iterator();
                read += some.size();
            }
            return batch.next();
        }

        private List<Row> predicted(List<Row> some) {
            List<float[][]> predictions = predictor.predict(lease.model(), some, read);
            List<String> classNames = network.value().classNames();
            List<Row> predicted = new ArrayList<>(some.size());
            for (int row = 0; row < some.size(); row++) {
                predicted.add(with(some.get(row), columns.values(predictions, row, classNames)));
            }
            return predicted;
        }

        private static Row with(Row row, Object[] values) {
            Object[] all = new Object[row.size() + values.length];
            for (int i = 0; i < row.size(); i++) {
                all[i] = row.get(i);
            }
            System.arraycopy(values, 0, all, row.size(), values.length);
            return RowFactory.create(all);
        }
    }
}
