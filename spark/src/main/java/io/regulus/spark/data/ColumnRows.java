package io.regulus.spark.data;

import io.regulus.files.RowFlaw;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Rows of which a column is an input, an output or a weight of the network.
 *
 * @param cells in the order of the layout
 */
record ColumnRows(RowLayout layout, List<Cell> cells) implements RowEncoding {
    private static final long serialVersionUID = 1;

    @Override
    public void encode(List<Row> rows, ByteBuffer into) {
        for (int row = 0; row < rows.size(); row++) {
            for (Cell cell : cells) {
                Optional<RowFlaw> flaw = cell.write(rows.get(row), into);
                if (flaw.isPresent()) {
                    throw new FlawedRowException(row, flaw.get());
                }
            }
        }
    }
}
