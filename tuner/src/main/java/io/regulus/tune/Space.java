package io.regulus.tune;

import io.regulus.model.ModelType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** The classes of a search and the ranges of their hyperparameters. A class takes part in the ranges whose names it has. */
final class Space {
    private final Map<String, ModelType<?>> models = new LinkedHashMap<>();
    private final Map<String, Range> ranges;

    /** @throws IllegalArgumentException if a name is no model's, or a model refuses an end of a range */
    Space(List<ModelType<?>> types, Map<String, Range> ranges) {
        for (ModelType<?> type : types) {
            if (models.put(type.modelClass().getSimpleName(), type) != null) {
                throw new IllegalArgumentException("two classes of the search are named "
                        + type.modelClass().getSimpleName() + ": give each once, under names that differ");
            }
        }
        this.ranges = new LinkedHashMap<>(ranges);
        if (this.ranges.isEmpty() && models.size() == 1) {
            throw new IllegalArgumentException("the search is empty: give a range, as .range(\"network.l2\", ...), of "
                    + known() + ", or a second class by .and(...)");
        }
        this.ranges.forEach(this::check);
    }

    private void check(String name, Range range) {
        boolean found = false;
        for (ModelType<?> type : models.values()) {
            if (type.defaults().containsKey(name)) {
                found = true;
                for (double value : range.extremes()) {
                    try {
                        type.plan(Map.of(name, value));
                    } catch (IllegalArgumentException refused) {
                        throw new IllegalArgumentException(
                                "range of '" + name + "' (" + range + "): "
                                        + type.modelClass().getSimpleName() + " refuses " + value + ": "
                                        + refused.getMessage(),
                                refused);
                    }
                }
            }
        }
        if (!found) {
            throw new IllegalArgumentException("range of '" + name + "': no model of the search has it; there are "
                    + known() + ", and more can be searched by classes of other shapes");
        }
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        models.values().forEach(type -> known.addAll(type.defaults().keySet()));
        return known;
    }

    ModelType<?> type(String model) {
        return models.get(model);
    }

    List<String> models() {
        return List.copyOf(models.keySet());
    }

    /** All ranges, in their order. */
    Map<String, Range> ranges() {
        return ranges;
    }

    /** The ranges that a model takes part in. */
    Map<String, Range> ranges(String model) {
        Map<String, Range> its = new LinkedHashMap<>(ranges);
        its.keySet().retainAll(models.get(model).defaults().keySet());
        return its;
    }

    /** A model and its numbers, each as likely as any other. */
    Proposal draw(int number, int epochs, RandomGenerator random) {
        String model = models().get(random.nextInt(models.size()));
        Map<String, Double> numbers = new LinkedHashMap<>();
        ranges(model).forEach((name, range) -> numbers.put(name, draw(range, random)));
        return new Proposal(number, model, numbers, epochs);
    }

    private static double draw(Range range, RandomGenerator random) {
        if (range instanceof Range.Choice choice) {
            return choice.values().get(random.nextInt(choice.values().size()));
        }
        Range.Interval interval = (Range.Interval) range;
        double from = interval.inner(interval.from());
        double to = interval.inner(interval.to());
        return interval.outer(from + random.nextDouble() * (to - from));
    }

    /** Every combination, model by model; the last range changes fastest. */
    List<Proposal> grid(int points, int epochs) {
        List<Proposal> all = new ArrayList<>();
        for (String model : models.keySet()) {
            List<Map<String, Double>> combinations = List.of(Map.of());
            for (Map.Entry<String, Range> range : ranges(model).entrySet()) {
                List<Map<String, Double>> longer = new ArrayList<>();
                for (Map<String, Double> before : combinations) {
                    for (double value : range.getValue().grid(points)) {
                        Map<String, Double> with = new LinkedHashMap<>(before);
                        with.put(range.getKey(), value);
                        longer.add(with);
                    }
                }
                combinations = longer;
            }
            combinations.forEach(numbers -> all.add(new Proposal(all.size() + 1, model, numbers, epochs)));
        }
        return all;
    }
}
