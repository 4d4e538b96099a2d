package io.regulus.spark.data;

import io.regulus.spark.data.EncodedRows.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The rows of a data frame as the bytes that a network learns from, each with its number: counted from 0 in the order of the partitions and
 * of the rows within them, as {@code zipWithIndex} counts them, rows to train on and rows to validate on apart.
 *
 * <p>They are kept in memory and on the disks of the executors until they are closed, so that the input is computed once.
 */
public final class NumberedRows implements AutoCloseable {
    private final JavaRDD<EncodedRows> blocks;
    private final int rowBytes;
    private final long[][] counts;

    private NumberedRows(JavaRDD<EncodedRows> blocks, int rowBytes, long[][] counts) {
        this.blocks = blocks;
        this.rowBytes = rowBytes;
        this.counts = counts;
    }

    /**
     * Encodes all rows, and counts them.
     *
     * @param validation the place of the column that says which are validated on; empty if none is
     * @throws IllegalArgumentException naming row and column, if a row has what the network cannot use; or if there are no rows
     */
    public static NumberedRows of(JavaRDD<Row> rows, RowEncoding encoding, OptionalInt validation) {
        JavaRDD<EncodedRows> blocks = rows.mapPartitions(new PartitionEncoder(encoding, RowUses.of(validation)))
                .persist(StorageLevel.MEMORY_AND_DISK());
        boolean whole = false;
        try {
            List<RowCounts> counted = blocks.mapPartitions(NumberedRows::count).collect();
            RowCounts.requireFine(counted);
            NumberedRows numbered = new NumberedRows(
                    blocks,
                    encoding.layout().bytes(),
                    counted.stream().map(RowCounts::rows).toArray(long[][]::new));
            numbered.require(Use.TRAINING, "there are no rows to train on: give at least one");
            if (validation.isPresent()) {
                numbered.require(
                        Use.VALIDATION,
                        "validationIndicatorCol is true in no row: mark some, or do not name the column");
            }
            whole = true;
            return numbered;
        } finally {
            // Scala's methods throw what they do not declare
            if (!whole) {
                blocks.unpersist(false);
            }
        }
    }

    private static Iterator<RowCounts> count(Iterator<EncodedRows> blocks) {
        RowCounts counted = new RowCounts();
        while (blocks.hasNext()) {
            EncodedRows block = blocks.next();
            counted.add(block.use(), block.count());
            if (block.problem() != null) {
                counted.flaw(block.use(), block.problem());
            }
        }
        return Collections.singletonList(counted).iterator();
    }

    private void require(Use use, String otherwise) {
        if (count(use) == 0) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private long count(Use use) {
        return Arrays.stream(counts)
                .mapToLong(partition -> partition[use.place()])
                .sum();
    }

    /** What is trained on. */
    public CountedRows training() {
        return new CountedRows(numbered(Use.TRAINING), count(Use.TRAINING));
    }

    /** What is validated on, numbered from 0 likewise; empty if nothing is. */
    public Optional<CountedRows> validation() {
        long count = count(Use.VALIDATION);
        return count == 0 ? Optional.empty() : Optional.of(new CountedRows(numbered(Use.VALIDATION), count));
    }

    private JavaPairRDD<Long, byte[]> numbered(Use use) {
        long[] first = new long[counts.length + 1];
        for (int partition = 0; partition < counts.length; partition++) {
            first[partition + 1] = first[partition] + counts[partition][use.place()];
        }
        int bytes = rowBytes;
        return blocks.mapPartitionsWithIndex((partition, some) -> rows(some, use, bytes, partition, first), true)
                .mapToPair(row -> row);
    }

    private static Iterator<Tuple2<Long, byte[]>> rows(
            Iterator<EncodedRows> blocks, Use use, int rowBytes, int partition, long[] first) {
        return new Iterator<>() {
            private Iterator<Tuple2<Long, byte[]>> block = Collections.emptyIterator();
            private long number = first[partition];

            @Override
            public boolean hasNext() {
                while (!block.hasNext() && blocks.hasNext()) {
                    EncodedRows next = blocks.next();
                    if (next.use() == use) {
                        block = rows(next);
                    }
                }
                if (!block.hasNext() && number != first[partition + 1]) {
                    throw changed(number - first[partition]);
                }
                return block.hasNext();
            }

            @Override
            public Tuple2<Long, byte[]> next() {
                return block.next();
            }

            private Iterator<Tuple2<Long, byte[]>> rows(EncodedRows next) {
                if (next.problem() != null || number + next.count() > first[partition + 1]) {
                    throw changed(number - first[partition] + next.count());
                }
                List<Tuple2<Long, byte[]>> rows = new ArrayList<>(next.count());
                for (int from = 0; from < next.bytes().length; from += rowBytes) {
                    rows.add(new Tuple2<>(number++, Arrays.copyOfRange(next.bytes(), from, from + rowBytes)));
                }
                return rows.iterator();
            }

            /** What was kept was lost with its executor, and has been computed anew. */
            private IllegalStateException changed(long found) {
                return new IllegalStateException("partition " + partition + " had "
                        + (first[partition + 1] - first[partition]) + " " + use
                        + " rows, and now that it is read again "
                        + found
                        + " or another flaw: the input changes from reading to reading. Write it to files, or call"
                        + " data.checkpoint(), and train on that");
            }
        };
    }

    /** Frees what was kept. */
    @Override
    public void close() {
        blocks.unpersist(false);
    }
}
