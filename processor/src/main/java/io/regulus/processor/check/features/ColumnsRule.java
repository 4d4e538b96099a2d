package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.Written;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** There is something for the network to read, and no two components are the same column of a file. */
final class ColumnsRule implements FeaturesRule {
    @Override
    public void check(FeaturesSpec features, Problems problems) {
        if (features.width() == 0 && features.embedded().isEmpty()) {
            problems.add(
                    Code.FEATURES_CLASS,
                    features.usage().place(),
                    features.type().name(),
                    "no component is for the network to read",
                    "Write @Numeric or @Categorical on what it is to learn from.");
        }
        Map<String, String> columns = new HashMap<>();
        for (ComponentSpec component : features.components()) {
            String column = component.column().map(Written::value).orElse(component.name());
            String other = columns.putIfAbsent(plain(column), component.name());
            if (column.isBlank() || other != null) {
                problems.add(
                        Code.COMPONENT_ROLE,
                        component.column().map(Written::place).orElse(component.place()),
                        features.type().name(),
                        component.name(),
                        column.isBlank()
                                ? "the name of its column is blank"
                                : "'" + other + "' is the column \"" + column + "\" already",
                        "Give every component a column of its own; capital letters and _ make no difference.");
            }
        }
    }

    /** As readers of files compare names: {@code totalRooms} and {@code total_rooms} are the same. */
    private static String plain(String column) {
        return column.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
