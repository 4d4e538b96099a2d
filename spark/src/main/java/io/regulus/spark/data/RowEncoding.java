package io.regulus.spark.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.spark.sql.Row;

/** Turns rows of a data frame into what a network reads and learns; used on the executors. */
public interface RowEncoding extends Serializable {
    /** Which bytes a row becomes. */
    RowLayout layout();

    /**
     * Writes the bytes of rows, one after the other.
     *
     * @param into little-endian, with room for them
     * @throws FlawedRowException naming the first row that has what the network cannot use
     */
    void encode(List<Row> rows, ByteBuffer into);
}
