package io.regulus.spark.data;

import io.regulus.model.ModelType;
import io.regulus.rows.RefusedRowException;
import io.regulus.rows.RowLearner;
import io.regulus.spark.data.EncodedRows.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Learns how records are encoded from the rows of a partition that are trained on. It ends at the first row that is flawed, as {@link
 * PartitionEncoder} does.
 */
final class PartitionLearner implements FlatMapFunction<Iterator<Row>, LearnedRows> {
    private static final long serialVersionUID = 1;

    private static final int BLOCK_ROWS = 4_096;

    private final String modelClass;
    private final RecordColumns columns;
    private final RowUses uses;

    private PartitionLearner(String modelClass, RecordColumns columns, RowUses uses) {
        this.modelClass = modelClass;
        this.columns = columns;
        this.uses = uses;
    }

    /**
     * Learns on the executors, and puts together what they have learned in the order of the partitions, so that rounding is the same each
     * time.
     *
     * @param records those of the class
     * @throws IllegalArgumentException naming row and column, if the schema refuses a row that is trained on
     */
    static <R> RowLearner<R> learn(
            JavaRDD<Row> rows, String modelClass, ModelType.Rows<R> records, RecordColumns columns, RowUses uses) {
        List<LearnedRows> partitions = rows.mapPartitions(new PartitionLearner(modelClass, columns, uses))
                .collect();
        RowCounts.requireFine(partitions.stream().map(LearnedRows::counts).toList());
        RowLearner<R> all = new RowLearner<>(records.schema(), records.target());
        for (LearnedRows partition : partitions) {
            all.merge(RowLearner.fromJson(records.schema(), records.target(), partition.learned()));
        }
        return all;
    }

    @Override
    public Iterator<LearnedRows> call(Iterator<Row> rows) {
        LearnedRows learned = learned(ModelTypes.of(modelClass).rows().orElseThrow(), rows);
        return Collections.singletonList(learned).iterator();
    }

    private <R> LearnedRows learned(ModelType.Rows<R> records, Iterator<Row> rows) {
        RowLearner<R> learner = new RowLearner<>(records.schema(), records.target());
        RowCounts counts = new RowCounts();
        try {
            while (rows.hasNext()) {
                add(next(rows), records, learner);
            }
            counts.add(Use.TRAINING, learner.rows());
        } catch (FlawedRowException flaw) {
            counts.add(Use.TRAINING, learner.rows() + flaw.row());
            counts.flaw(Use.TRAINING, flaw.getMessage());
        }
        return new LearnedRows(counts, learner.toJson());
    }

    /** Those of the next rows that are trained on. */
    private List<Row> next(Iterator<Row> rows) {
        List<Row> block = new ArrayList<>();
        while (block.size() < BLOCK_ROWS && rows.hasNext()) {
            Row row = rows.next();
            if (uses.of(row) == Use.TRAINING) {
                block.add(row);
            }
        }
        return block;
    }

    private <R> void add(List<Row> block, ModelType.Rows<R> records, RowLearner<R> learner) {
        try {
            learner.add(columns.records(records.schema(), block));
        } catch (RefusedRowException refused) {
            throw new FlawedRowException((int) (refused.row() - learner.rows()), refused.reason());
        }
    }
}
