package io.regulus.processor;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Nearest;
import io.regulus.processor.problem.Problem;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The processor's {@code -A} options.
 *
 * @param advice how advice is printed
 * @param problems what is wrong with the options; defaults stand in for wrong values
 */
record ProcessorOptions(AdviceLevel advice, List<Problem> problems) {
    private static final String PREFIX = "regulus.";
    private static final String ADVICE = PREFIX + "advice";

    /** Names of the options there are. */
    static final Set<String> NAMES = Set.of(ADVICE);

    static ProcessorOptions of(Map<String, String> options) {
        Problems problems = new Problems();
        options.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !NAMES.contains(name))
                .sorted()
                .forEach(name ->
                        problems.add(Code.UNKNOWN_OPTION, Place.NOWHERE, name, Nearest.cure(name, NAMES, "options")));
        // An option without a value, -Aregulus.advice, is in the map with null.
        AdviceLevel advice = options.containsKey(ADVICE)
                ? advice(Objects.requireNonNullElse(options.get(ADVICE), ""), problems)
                : AdviceLevel.WARN;
        return new ProcessorOptions(advice, problems.report());
    }

    private static AdviceLevel advice(String written, Problems problems) {
        Optional<AdviceLevel> level = Arrays.stream(AdviceLevel.values())
                .filter(value -> name(value).equals(written))
                .findFirst();
        if (level.isEmpty()) {
            List<String> names = Arrays.stream(AdviceLevel.values())
                    .map(ProcessorOptions::name)
                    .toList();
            problems.add(Code.OPTION_VALUE, Place.NOWHERE, ADVICE, written, Nearest.cure(written, names, "values"));
        }
        return level.orElse(AdviceLevel.WARN);
    }

    private static String name(AdviceLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
