package io.regulus.rows;

import io.regulus.annotations.MissingCategory;
import io.regulus.annotations.UnknownCategory;
import io.regulus.files.RowFlaw;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code @Categorical}: for generated code.
 *
 * @param value the category of a row, null where it is missing
 * @param listed the categories there are; learned where none is listed
 * @param size the number of places for categories
 * @param embedded whether it is an input of ids of its own, 0 for unknown ones, instead of one-hot values
 */
public record CategoricalColumn<R>(
        String name,
        Function<R, String> value,
        List<String> listed,
        int size,
        boolean embedded,
        MissingCategory missing,
        UnknownCategory unknown)
        implements FeatureColumn<R> {
    public CategoricalColumn {
        listed = List.copyOf(listed);
    }

    @Override
    public int width() {
        return embedded ? 0 : size + (missing == MissingCategory.OWN ? 1 : 0);
    }

    @Override
    public Optional<RowFlaw> flaw(R row) {
        return missing == MissingCategory.REFUSE && isMissing(value.apply(row))
                ? Optional.of(missingFlaw())
                : Optional.empty();
    }

    RowFlaw missingFlaw() {
        return new RowFlaw(
                name,
                "is missing",
                "Fill it in, leave the row out, or make it a category: @Categorical(missing = MissingCategory."
                        + MissingCategory.OWN + ")");
    }

    static boolean isMissing(String category) {
        return category == null || category.isEmpty();
    }

    /** A value of any type as the category of a row. */
    public static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** A constant as the category of a row: its name. */
    public static String text(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
