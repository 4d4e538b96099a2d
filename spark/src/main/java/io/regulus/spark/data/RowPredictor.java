package io.regulus.spark.data;

import io.regulus.model.Model;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/** Predicts on rows of data frames; used on the executors. */
public interface RowPredictor extends Serializable {
    /**
     * What a model says of rows.
     *
     * @param first number of the first row, for messages
     * @return output by output a row of predictions for each row: probabilities, or values in the units of the labels
     * @throws IllegalArgumentException naming row and column, if a row has what the network cannot use
     */
    List<float[][]> predict(Model model, List<Row> rows, long first);
}
