package io.regulus.spark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows for {@link Homes} and {@link Visits}. */
public final class RecordRows {
    /** Columns of homes, in another order than the components and called a little otherwise; held is for validation. */
    public static final StructType HOMES = new StructType()
            .add("held", DataTypes.BooleanType)
            .add("price", DataTypes.DoubleType)
            .add("total rooms", DataTypes.createDecimalType(10, 2))
            .add("area", DataTypes.DoubleType)
            .add("place", DataTypes.StringType)
            .add("heating", DataTypes.StringType)
            .add("Seen", DataTypes.IntegerType);

    /** Columns of visits. */
    public static final StructType VISITS = new StructType()
            .add("page", DataTypes.IntegerType)
            .add("seconds", DataTypes.FloatType)
            .add("bought", DataTypes.DoubleType);

    private RecordRows() {}

    /** Some rooms are missing; the heating of rows that are held is one that others do not have. */
    public static List<Row> homes(int count) {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean held = i % 10 == 9;
            double area = 30 + 100 * random.nextDouble();
            int rooms = 1 + random.nextInt(5);
            boolean bay = random.nextBoolean();
            rows.add(RowFactory.create(
                    held,
                    area * (bay ? 3 : 2) + 10 * rooms,
                    i % 7 == 0 ? null : new BigDecimal(rooms + ".00"),
                    area,
                    bay ? "near bay" : "Inland",
                    held ? "peat" : List.of("gas", "oil", "wood").get(random.nextInt(3)),
                    1 + i % 3));
        }
        return rows;
    }

    /** Whoever reads an even page for long buys. */
    public static List<Row> visits(int count) {
        Random random = new Random(6);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int page = random.nextInt(10);
            float seconds = random.nextFloat() * 60;
            rows.add(RowFactory.create(page, seconds, page % 2 == 0 && seconds > 20 ? 1.0 : 0.0));
        }
        return rows;
    }
}
