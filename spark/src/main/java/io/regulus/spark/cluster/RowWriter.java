package io.regulus.spark.cluster;

import io.regulus.spark.worker.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Iterator;
import scala.Tuple2;

/** Writes the rows of a worker to its folder. */
final class RowWriter {
    private static final int BUFFER = 1 << 18;

    private RowWriter() {}

    /**
     * Writes them.
     *
     * @param rowBytes of each
     * @throws IllegalArgumentException if a row has another length
     */
    static void write(Iterator<Tuple2<Long, byte[]>> rows, int rowBytes, WorkFolder folder) throws IOException {
        try (OutputStream trainingFile = new BufferedOutputStream(Files.newOutputStream(folder.rows()), BUFFER);
                OutputStream validationFile =
                        new BufferedOutputStream(Files.newOutputStream(folder.validationRows()), BUFFER)) {
            while (rows.hasNext()) {
                Tuple2<Long, byte[]> row = rows.next();
                requireLength(row, rowBytes);
                (RowKey.isValidation(row._1()) ? validationFile : trainingFile).write(row._2());
            }
        }
    }

    private static void requireLength(Tuple2<Long, byte[]> row, int rowBytes) {
        if (row._2().length != rowBytes) {
            throw new IllegalArgumentException(
                    "row " + RowKey.number(row._1()) + " has " + row._2().length + " bytes, its layout " + rowBytes);
        }
    }
}
