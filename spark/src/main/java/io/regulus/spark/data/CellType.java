package io.regulus.spark.data;

import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import scala.collection.Seq;

/** Columns of a data frame that hold numbers, by how they hold them. */
enum CellType {
    /** A vector of Spark ML, dense or sparse. */
    VECTOR,
    /** An array of numbers. */
    ARRAY,
    /** Unsigned bytes. */
    BINARY,
    /** One number. */
    NUMBER;

    /** That of a type of columns; empty where it holds no numbers. */
    static Optional<CellType> of(DataType type) {
        if (type.equals(SQLDataTypes.VectorType())) {
            return Optional.of(VECTOR);
        }
        if (type instanceof ArrayType array && array.elementType() instanceof NumericType) {
            return Optional.of(ARRAY);
        }
        if (type.equals(DataTypes.BinaryType)) {
            return Optional.of(BINARY);
        }
        return type instanceof NumericType ? Optional.of(NUMBER) : Optional.empty();
    }

    /**
     * The numbers of a cell that is not null, to be read only; NaN for an element that is null.
     *
     * @param cell of a column of this type
     */
    double[] numbers(Object cell) {
        return switch (this) {
            case VECTOR -> ((Vector) cell).toArray();
            case ARRAY -> elements((Seq<?>) cell);
            case BINARY -> unsigned((byte[]) cell);
            case NUMBER -> new double[] {((Number) cell).doubleValue()};
        };
    }

    private static double[] elements(Seq<?> cell) {
        double[] numbers = new double[cell.length()];
        for (int i = 0; i < numbers.length; i++) {
            Object element = cell.apply(i);
            numbers[i] = element == null ? Double.NaN : ((Number) element).doubleValue();
        }
        return numbers;
    }

    private static double[] unsigned(byte[] cell) {
        double[] numbers = new double[cell.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Byte.toUnsignedInt(cell[i]);
        }
        return numbers;
    }
}
