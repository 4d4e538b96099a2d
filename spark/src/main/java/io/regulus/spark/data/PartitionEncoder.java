package io.regulus.spark.data;

import io.regulus.spark.data.EncodedRows.Use;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Encodes the rows of a partition, block by block. It ends at the first row that is flawed: which number that has is known only where all
 * partitions are.
 */
final class PartitionEncoder implements FlatMapFunction<Iterator<Row>, EncodedRows> {
    private static final long serialVersionUID = 1;

    private static final int BLOCK_BYTES = 1 << 20;
    private static final int BLOCK_ROWS = 1_024;

    private final RowEncoding encoding;
    private final RowUses uses;

    PartitionEncoder(RowEncoding encoding, RowUses uses) {
        this.encoding = encoding;
        this.uses = uses;
    }

    @Override
    public Iterator<EncodedRows> call(Iterator<Row> rows) {
        return new Blocks(rows);
    }

    private final class Blocks implements Iterator<EncodedRows> {
        private final Iterator<Row> rows;
        private final int rowBytes = encoding.layout().bytes();
        private final int blockRows = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_BYTES / rowBytes));
        private final Map<Use, List<Row>> gathered = new EnumMap<>(Use.class);
        private final Queue<EncodedRows> ready = new ArrayDeque<>();
        private boolean ended;

        Blocks(Iterator<Row> rows) {
            this.rows = rows;
            for (Use use : Use.values()) {
                gathered.put(use, new ArrayList<>());
            }
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                if (rows.hasNext()) {
                    gather(rows.next());
                } else {
                    ended = true;
                    gathered.forEach(this::encode);
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public EncodedRows next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void gather(Row row) {
            Use use = uses.of(row);
            List<Row> block = gathered.get(use);
            block.add(row);
            if (block.size() == blockRows) {
                encode(use, block);
                block.clear();
            }
        }

        private void encode(Use use, List<Row> block) {
            if (block.isEmpty()) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(block.size() * rowBytes).order(ByteOrder.LITTLE_ENDIAN);
            try {
                encoding.encode(block, bytes);
                ready.add(EncodedRows.of(use, bytes.array(), block.size()));
            } catch (FlawedRowException flaw) {
                ready.add(EncodedRows.flawed(use, flaw));
                ended = true;
            }
        }
    }
}
