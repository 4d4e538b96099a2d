package io.regulus.samples.techniques;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is compared.
 *
 * @param name of the comparison
 * @param network in words
 * @param baseline what all others are compared with
 * @param families of the others
 */
public record Suite(String name, String network, Technique baseline, List<Family> families) {
    private static final String NO_FAMILY = "baseline";

    public Suite {
        Map<String, Long> ids = Stream.concat(
                        Stream.of(baseline.id()),
                        families.stream()
                                .flatMap(family -> family.techniques().stream().map(Technique::id)))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        ids.forEach((id, times) -> {
            if (times > 1) {
                throw new IllegalArgumentException(times + " techniques are called " + id);
            }
        });
    }

    /** All of them, the baseline first. */
    public List<Technique> techniques() {
        List<Technique> all = new ArrayList<>();
        all.add(baseline);
        families.forEach(family -> all.addAll(family.techniques()));
        return all;
    }

    /** The kind of a technique. */
    public String familyOf(String technique) {
        return families.stream()
                .filter(family ->
                        family.techniques().stream().anyMatch(one -> one.name().equals(technique)))
                .map(Family::name)
                .findFirst()
                .orElse(NO_FAMILY);
    }

    /**
     * Some of them, and always the baseline.
     *
     * @param wanted names of techniques or families, in any case and with hyphens for blanks; empty for all
     * @throws IllegalArgumentException if a name is unknown
     */
    public List<Technique> chosen(List<String> wanted) {
        List<String> ids =
                wanted.stream().map(Technique::idOf).filter(id -> !id.isEmpty()).toList();
        if (ids.isEmpty()) {
            return techniques();
        }
        TreeSet<String> unknown = new TreeSet<>(ids);
        List<Technique> chosen = new ArrayList<>(List.of(baseline));
        unknown.remove(baseline.id());
        for (Family family : families) {
            boolean whole = ids.contains(Technique.idOf(family.name()));
            unknown.remove(Technique.idOf(family.name()));
            for (Technique one : family.techniques()) {
                if (whole || ids.contains(one.id())) {
                    chosen.add(one);
                    unknown.remove(one.id());
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("--only: there is no " + String.join(", no ", unknown) + "; there are "
                    + Stream.concat(
                                    families.stream().map(family -> Technique.idOf(family.name())),
                                    techniques().stream().map(Technique::id))
                            .collect(Collectors.joining(", ")));
        }
        return chosen;
    }
}
