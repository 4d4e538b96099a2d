package io.regulus.spark.data;

import io.regulus.spark.data.EncodedRows.Use;
import java.io.Serializable;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;

/** Says which rows of a data frame are trained on, and which are validated on. */
record RowUses(int validation) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int NONE = -1;

    /** By the column of this place, true for rows to validate on; all are trained on where there is none. */
    static RowUses of(OptionalInt validation) {
        return new RowUses(validation.orElse(NONE));
    }

    Use of(Row row) {
        boolean validated = validation != NONE && !row.isNullAt(validation) && row.getBoolean(validation);
        return validated ? Use.VALIDATION : Use.TRAINING;
    }
}
