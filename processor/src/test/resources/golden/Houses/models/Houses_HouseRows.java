package models;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.MissingNumber;
import io.regulus.annotations.Scaling;
import io.regulus.annotations.UnknownCategory;
import io.regulus.files.FileColumn;
import io.regulus.files.RowFields;
import io.regulus.rows.CategoricalColumn;
import io.regulus.rows.NumberLabel;
import io.regulus.rows.NumericColumn;
import io.regulus.rows.RowSchema;
import io.regulus.rows.WeightColumn;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * How rows of {@link Houses.House} are read and encoded.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class Houses_HouseRows {
  private static final RowSchema<Houses.House> SCHEMA = new RowSchema<>(
      "House",
      List.of(
          // @Numeric
          new NumericColumn<>("income", Houses.House::income, Scaling.STANDARD, MissingNumber.REFUSE, false),
          // @Numeric(scaling = MIN_MAX, missing = MEDIAN, flagged = true)
          new NumericColumn<>("bedrooms", row -> NumericColumn.orMissing(row.bedrooms()), Scaling.MIN_MAX, MissingNumber.MEDIAN, true),
          // @Categorical(size = 8)
          new CategoricalColumn<>("proximity", Houses.House::proximity, List.of(), 8, false, MissingCategory.REFUSE, UnknownCategory.ZEROS),
          // @Categorical
          new CategoricalColumn<>("kind", row -> CategoricalColumn.text(row.kind()), List.of("FLAT", "HOUSE"), 2, false, MissingCategory.REFUSE, UnknownCategory.ZEROS),
          // @Categorical(size = 500, embedding = 4, missing = OWN)
          new CategoricalColumn<>("district", row -> CategoricalColumn.text(row.district()), List.of(), 500, true, MissingCategory.OWN, UnknownCategory.ZEROS),
          // @RowWeight
          new WeightColumn<>("count", Houses.House::count),
          // @Label(standardize = true)
          new NumberLabel<>("price", Houses.House::price, true)),
      List.of(
          new FileColumn("street", true),
          new FileColumn("income", false),
          new FileColumn("total bedrooms", false),
          new FileColumn("proximity", false),
          new FileColumn("kind", false),
          new FileColumn("district", false),
          new FileColumn("count", false),
          FileColumn.ofLabel("price", false)),
      Houses_HouseRows::row);

  private Houses_HouseRows() {
  }

  /**
   * What the components are to a network; reads such rows from files too.
   */
  public static RowSchema<Houses.House> schema() {
    return SCHEMA;
  }

  private static Houses.House row(RowFields fields) {
    return new Houses.House(
        fields.getTextOrNull("street"),
        fields.getFloat("income"),
        fields.getFloatOrNull("total bedrooms"),
        fields.getTextOrNull("proximity"),
        fields.getConstantOrNull("kind", Houses.Kind.class),
        fields.getIntOrNull("district"),
        fields.getInt("count"),
        fields.getFloat("price"));
  }
}
