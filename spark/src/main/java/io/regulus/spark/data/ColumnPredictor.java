package io.regulus.spark.data;

import io.regulus.model.Model;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.spark.sql.Row;

/** Predicts on rows of which columns are inputs. */
record ColumnPredictor(RowEncoding encoding) implements RowPredictor {
    private static final long serialVersionUID = 1;

    @Override
    public List<float[][]> predict(Model model, List<Row> rows, long first) {
        RowLayout layout = encoding.layout();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(rows.size(), layout.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        try {
            encoding.encode(rows, bytes);
        } catch (FlawedRowException flaw) {
            throw flaw.of(first);
        }
        return model.outputs(layout.dataset(List.of(bytes), List.of()));
    }
}
