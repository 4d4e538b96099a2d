package io.regulus.samples.techniques;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All techniques, the best first.
 *
 * @param standings by falling test accuracy
 */
record Summary(List<Standing> standings) {
    /**
     * Of runs.
     *
     * @param baseline name of the technique that the others are compared with
     */
    static Summary of(List<Run> runs, String baseline) {
        Map<String, List<Run>> byTechnique =
                runs.stream().collect(Collectors.groupingBy(Run::technique, LinkedHashMap::new, Collectors.toList()));
        Map<Long, Run> compared = Standing.bySeed(byTechnique.getOrDefault(baseline, List.of()));
        return new Summary(byTechnique.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(run -> compared.containsKey(run.seed())))
                .map(entry -> Standing.of(entry.getKey(), entry.getValue(), compared))
                .sorted(Comparator.comparingDouble(
                                (Standing one) -> one.testAccuracy().mean())
                        .reversed())
                .toList());
    }
}
