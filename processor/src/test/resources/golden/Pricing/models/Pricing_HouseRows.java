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
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * How rows of {@link Pricing.House} are read and encoded.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class Pricing_HouseRows {
  private static final RowSchema<Pricing.House> SCHEMA = new RowSchema<>(
      "House",
      List.of(
          // @Numeric
          new NumericColumn<>("income", Pricing.House::income, Scaling.STANDARD, MissingNumber.REFUSE, false),
          // @Numeric(missing = MEDIAN, flagged = true)
          new NumericColumn<>("totalBedrooms", row -> NumericColumn.orMissing(row.totalBedrooms()), Scaling.STANDARD, MissingNumber.MEDIAN, true),
          // @Categorical(size = 5)
          new CategoricalColumn<>("proximity", Pricing.House::proximity, List.of(), 5, false, MissingCategory.REFUSE, UnknownCategory.ZEROS),
          // @Label(standardize = true)
          new NumberLabel<>("price", row -> NumericColumn.orMissing(row.price()), true)),
      List.of(
          new FileColumn("income", false),
          new FileColumn("totalBedrooms", false),
          new FileColumn("proximity", false),
          FileColumn.ofLabel("price", true)),
      Pricing_HouseRows::row);

  private Pricing_HouseRows() {
  }

  /**
   * What the components are to a network; reads such rows from files too.
   */
  public static RowSchema<Pricing.House> schema() {
    return SCHEMA;
  }

  private static Pricing.House row(RowFields fields) {
    return new Pricing.House(
        fields.getFloat("income"),
        fields.getFloatOrNull("totalBedrooms"),
        fields.getTextOrNull("proximity"),
        fields.getFloatOrNull("price"));
  }
}
