package io.regulus.rows;

import com.google.gson.JsonObject;
import io.regulus.annotations.UnknownCategory;
import io.regulus.data.NameIndex;
import io.regulus.data.Names;
import io.regulus.json.CheckedJson;
import java.util.List;
import java.util.Set;

/**
 * A column of categories with those that are known.
 *
 * @param fill the category that stands for a missing one, where the column says so; else empty
 */
record CategoryEncoding<R>(String record, CategoricalColumn<R> column, NameIndex categories, String fill) {
    private static final String FILL = "fill";

    /** The place of what is none of the known categories. */
    static final int UNKNOWN = -1;

    /** What rows teach: how frequent the categories are, where some are listed those alone. */
    static <R> NameCounts summary(CategoricalColumn<R> column, List<R> rows) {
        Set<String> listed = Set.copyOf(column.listed());
        NameCounts counts = new NameCounts();
        for (R row : rows) {
            String value = column.value().apply(row);
            if (!CategoricalColumn.isMissing(value) && (listed.isEmpty() || listed.contains(value))) {
                counts.add(value);
            }
        }
        return counts;
    }

    /**
     * With what rows have taught.
     *
     * @param rows how many they were, for messages
     */
    static <R> CategoryEncoding<R> learn(String record, CategoricalColumn<R> column, NameCounts counts, long rows) {
        List<String> byFrequency = counts.byFrequency();
        List<String> names = column.listed().isEmpty() ? byFrequency : column.listed();
        if (names.size() > column.size()) {
            throw new IllegalArgumentException(record + "." + column.name() + " has " + names.size()
                    + " categories in the training rows, and there are places for " + column.size()
                    + ". Write @Categorical(size = " + names.size()
                    + "), or more for those to come; where there are very many of them, an embedding is the better"
                    + " encoding.");
        }
        if (names.isEmpty()) {
            throw RowProblem.missingInAll(record, column.name(), rows);
        }
        String fill = byFrequency.isEmpty() ? names.get(0) : byFrequency.get(0);
        return new CategoryEncoding<>(record, column, NameIndex.inOrder(names), fill);
    }

    /** As it was saved. */
    static <R> CategoryEncoding<R> of(String record, CategoricalColumn<R> column, CheckedJson learned) {
        NameIndex categories = Categories.of(learned);
        String fill = learned.text(FILL);
        if (categories.names().size() > column.size() || categories.find(fill).isEmpty()) {
            throw new IllegalArgumentException(
                    record + "." + column.name() + " has changed since the model was saved: it had"
                            + " the categories " + categories.names() + ", and there are places for " + column.size()
                            + ". Load the model with the record as it was, or train anew.");
        }
        return new CategoryEncoding<>(record, column, categories, fill);
    }

    /** The place of a row's category, that behind the others for a missing one with a place of its own. */
    int place(R source, long row) {
        String value = column.value().apply(source);
        if (CategoricalColumn.isMissing(value)) {
            return missing(row);
        }
        return categories.find(value).orElseGet(() -> unknown(value, row));
    }

    private int missing(long row) {
        return switch (column.missing()) {
            case OWN -> column.size();
            case MOST_FREQUENT -> categories.find(fill).orElseThrow();
            case REFUSE -> throw RowProblem.of(record, row, column.missingFlaw());
        };
    }

    private int unknown(String value, long row) {
        if (column.unknown() == UnknownCategory.ZEROS) {
            return UNKNOWN;
        }
        throw RowProblem.of(
                record,
                row,
                column.name(),
                "is '" + Names.shown(value) + "', none of the categories known from training"
                        + Names.nearest(value, categories.names())
                                .map(near -> " (did you mean '" + near + "'?)")
                                .orElse(""),
                "Correct it, or let unknown categories count as none: @Categorical(unknown = UnknownCategory."
                        + UnknownCategory.ZEROS + ")");
    }

    JsonObject toJson() {
        JsonObject json = Categories.toJson(categories);
        json.addProperty(FILL, fill);
        return json;
    }
}
