package io.regulus.benchmarks.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes value classes for AutoValue: six properties of changing types each. */
final class ValueSources {
    private static final List<String> TYPES = List.of(
            "String",
            "int",
            "java.util.List<String>",
            "double",
            "boolean",
            "java.util.Map<String, Integer>",
            "long",
            "Integer",
            "java.util.Optional<String>");
    private static final int PROPERTIES = 6;

    private ValueSources() {}

    /** The class with a number. */
    static Source number(int number) {
        String name = "Value" + number;
        List<String> types = IntStream.range(0, PROPERTIES)
                .mapToObj(i -> TYPES.get((number + i) % TYPES.size()))
                .toList();
        List<String> parameters = new ArrayList<>();
        StringBuilder properties = new StringBuilder();
        for (int i = 0; i < PROPERTIES; i++) {
            parameters.add(types.get(i) + " property" + i);
            properties
                    .append("  abstract ")
                    .append(types.get(i))
                    .append(" property")
                    .append(i)
                    .append("();\n");
        }
        String text = """
                package values;

                import com.google.auto.value.AutoValue;

                @AutoValue
                abstract class %1$s {
                %2$s
                  static %1$s create(%3$s) {
                    return new AutoValue_%1$s(%4$s);
                  }
                }
                """.formatted(
                name,
                properties,
                String.join(", ", parameters),
                IntStream.range(0, PROPERTIES).mapToObj(i -> "property" + i).collect(Collectors.joining(", ")));
        return new Source(name, text);
    }
}
