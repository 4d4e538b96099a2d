package io.regulus.spark.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.data.Dataset;
import io.regulus.data.Labels;
import io.regulus.data.Order;
import io.regulus.data.Values;
import io.regulus.model.ModelType;
import io.regulus.spark.ReadingsModel;
import io.regulus.spark.data.ColumnNames.Chosen;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.ArraySeq;

class NetworkColumnsTest {
    private static final ModelType<?> READINGS = ModelType.of(ReadingsModel.class);
    private static final ColumnNames NAMES = new ColumnNames(
            Map.of("pixels", chosen("pixels"), "meta", chosen("meta"), "place", chosen("place")),
            Map.of("kind", chosen("kind"), "sizes", chosen("sizes")),
            Optional.of(chosen("weight")),
            Optional.empty());

    private static final List<DataType> TYPES = List.of(
            DataTypes.BinaryType,
            SQLDataTypes.VectorType(),
            DataTypes.IntegerType,
            DataTypes.DoubleType,
            SQLDataTypes.VectorType(),
            DataTypes.FloatType);

    private static Chosen chosen(String column) {
        return new Chosen(column, "col of " + column);
    }

    @Test
    void columnsOfEveryKindBecomeInputsTargetsAndWeights() {
        Dataset data = encoded(
                TYPES,
                new Object[] {
                    new byte[] {0, 1, 127, -128, -1, 5}, Vectors.dense(1.5, -2), 4, 1.0, Vectors.dense(7, 8), 0.5f
                },
                new Object[] {
                    new byte[] {9, 8, 7, 6, 5, 4},
                    Vectors.sparse(2, new int[] {1}, new double[] {3}),
                    0,
                    0.0,
                    Vectors.dense(-1, 0.25),
                    0f
                });
        byte[] pixels = new byte[12];
        data.features("pixels").copyBytes(new int[] {0, 1}, 0, 2, pixels);
        assertThat(pixels).isEqualTo(new byte[] {0, 1, 127, -128, -1, 5, 9, 8, 7, 6, 5, 4});
        assertThat(floats(data, "meta")).isEqualTo(new float[] {1.5f, -2, 0, 3});
        assertThat(ints(data, "place")).isEqualTo(new int[] {4, 0});
        assertThat(((Labels) data.targets("kind")).at(0)).isEqualTo(1);
        assertThat(((Values) data.targets("sizes")).at(1, 1)).isEqualTo(0.25f);
        assertThat(data.rowWeights().orElseThrow().at(0, 0)).isEqualTo(0.5f);
    }

    @Test
    void arraysAndDecimalsAreTheSame() {
        Dataset vectors = encoded(
                TYPES,
                new Object[] {new byte[] {1, 2, 3, 4, 5, -1}, Vectors.dense(0.5, 2), 3, 1.0, Vectors.dense(7, 8), 2f});
        Dataset arrays = encoded(
                List.of(
                        DataTypes.createArrayType(DataTypes.IntegerType),
                        DataTypes.createArrayType(DataTypes.FloatType),
                        DataTypes.createArrayType(DataTypes.LongType),
                        DataTypes.createDecimalType(),
                        DataTypes.createArrayType(DataTypes.DoubleType),
                        DataTypes.ShortType),
                new Object[] {
                    array(1, 2, 3, 4, 5, 255), array(0.5f, 2f), array(3L), BigDecimal.ONE, array(7.0, 8.0), (short) 2
                });
        byte[] pixels = new byte[6];
        arrays.features("pixels").copyBytes(new int[] {0}, 0, 1, pixels);
        assertThat(pixels).isEqualTo(new byte[] {1, 2, 3, 4, 5, -1});
        assertThat(floats(arrays, "meta")).isEqualTo(floats(vectors, "meta"));
        assertThat(ints(arrays, "place")).isEqualTo(ints(vectors, "place"));
        assertThat(((Values) arrays.targets("sizes")).at(0, 1)).isEqualTo(8f);
        assertThat(((Labels) arrays.targets("kind")).at(0)).isEqualTo(1);
    }

    @Test
    void whatNoNetworkCanUseIsNamedWithItsPlace() {
        assertThat(flaw(0, null))
                .isEqualTo("column 'pixels' is null. Fill it in, or leave such rows out, as data.na().drop() does.");
        assertThat(flaw(0, new byte[5])).contains("column 'pixels' has 5 values. The network takes 6");
        assertThat(flaw(1, Vectors.dense(1, Double.NaN))).contains("column 'meta' is NaN at position 1");
        assertThat(flaw(1, Vectors.dense(1e300, 0))).contains("column 'meta' is 1.0E300 at position 0");
        assertThat(flaw(1, Vectors.dense(1))).contains("column 'meta' has 1 values");
        assertThat(flaw(2, 5)).contains("column 'place' is 5. The input takes ids, whole numbers from 0 to 4");
        assertThat(flaw(3, 2.0)).contains("column 'kind' is 2. The classes are numbered 0 to 1");
        assertThat(flaw(3, 0.5)).contains("column 'kind' is 0.5.");
        assertThat(flaw(3, Double.NaN)).contains("column 'kind' is NaN.");
        assertThat(flaw(3, -1.0)).contains("column 'kind' is -1.");
        assertThat(flaw(4, Vectors.dense(1, Double.NEGATIVE_INFINITY))).contains("column 'sizes' is -Infinity");
        assertThat(flaw(5, -1f)).contains("column 'weight' is -1. Give what the row counts in the loss");
        assertThat(flaw(5, Float.NaN)).contains("column 'weight' is NaN.");
    }

    private static String flaw(int column, Object value) {
        Object[] fine = {new byte[6], Vectors.dense(1, 2), 3, 1.0, Vectors.dense(7, 8), 2f};
        Object[] flawed = fine.clone();
        flawed[column] = value;
        FlawedRowException thrown = assertThrows(FlawedRowException.class, () -> encoded(TYPES, fine, flawed));
        assertThat(thrown.row()).isEqualTo(1);
        return thrown.getMessage();
    }

    @Test
    void predictionNeedsNoTargets() {
        StructType inputs = schema(TYPES.subList(0, 3));
        RowEncoding rows = NetworkColumns.prediction(READINGS.plan(Map.of()), NAMES, inputs);
        assertThat(rows.layout().targets()).isEmpty();
        assertThat(rows.layout().bytes()).isEqualTo(6 + 8 + 4);
    }

    @Test
    void widthsThatSparkKnowsAreLookedAtFirst() {
        AttributeGroup group = new AttributeGroup("meta", 3);
        StructType inputs = new StructType()
                .add("pixels", DataTypes.BinaryType)
                .add(group.toStructField())
                .add("place", DataTypes.IntegerType);
        assertThat(assertThrows(
                                IllegalArgumentException.class,
                                () -> NetworkColumns.prediction(READINGS.plan(Map.of()), NAMES, inputs))
                        .getMessage())
                .isEqualTo("column 'meta' has vectors of 3 values, and the network takes 2");
    }

    private static float[] floats(Dataset data, String input) {
        float[] values = new float[data.size() * data.features(input).rowLength()];
        data.features(input).copyFloats(Order.sequential(data.size()), 0, data.size(), values);
        return values;
    }

    private static int[] ints(Dataset data, String input) {
        int[] values = new int[data.size() * data.features(input).rowLength()];
        data.features(input).copyInts(Order.sequential(data.size()), 0, data.size(), values);
        return values;
    }

    private static Dataset encoded(List<DataType> types, Object[]... rows) {
        NetworkColumns.Found found = NetworkColumns.training(READINGS.plan(Map.of()), NAMES, schema(types));
        RowLayout layout = found.rows().layout();
        ByteBuffer bytes = ByteBuffer.allocate(rows.length * layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        List<Row> all = Arrays.stream(rows).map(RowFactory::create).toList();
        found.rows().encode(all, bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return layout.dataset(List.of(ByteBuffer.wrap(bytes.array())), List.of());
    }

    private static StructType schema(List<DataType> types) {
        List<String> names = List.of("pixels", "meta", "place", "kind", "sizes", "weight");
        StructType schema = new StructType();
        for (int i = 0; i < types.size(); i++) {
            schema = schema.add(names.get(i), types.get(i));
        }
        return schema;
    }

    private static Object array(Object... elements) {
        return ArraySeq.unsafeWrapArray(elements);
    }
}
