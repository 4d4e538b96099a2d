package io.regulus.processor.check.features;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.ComponentSpec;
import io.regulus.processor.spec.FeaturesSpec;
import java.util.HashMap;
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
            component.column().ifPresent(column -> {
                String other = columns.putIfAbsent(column.value(), component.name());
                if (column.value().isBlank() || other != null) {
                    problems.add(
                            Code.COMPONENT_ROLE,
                            column.place(),
                            features.type().name(),
                            component.name(),
                            other == null
                                    ? "the name of its column is blank"
                                    : "'" + other + "' is the column \"" + column.value() + "\" already",
                            "Give every component a column of its own.");
                }
            });
        }
    }
}
