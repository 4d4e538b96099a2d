package io.regulus.files;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Class names and the labels they stand for.
 *
 * @param names in the order of their labels
 * @param labels by name
 */
public record ClassIndex(List<String> names, Map<String, Integer> labels) {

    /** The same names, as classes are given: none twice. */
    static List<String> distinct(List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("classes" + names + ": a name occurs twice; give each once");
        }
        return List.copyOf(names);
    }

    /** Names in the order of their labels. */
    public static ClassIndex inOrder(List<String> names) {
        Map<String, Integer> labels = new HashMap<>();
        for (String name : names) {
            labels.put(name, labels.size());
        }
        return new ClassIndex(names, labels);
    }

    /** Numbered in the order of their names, or of their values where all are integers: 2 comes before 10. */
    public static ClassIndex sorted(Collection<String> found) {
        boolean integers = found.stream().allMatch(name -> name.matches("[+-]?[0-9]{1,100}"));
        Comparator<String> order = integers
                ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        TreeSet<String> names = new TreeSet<>(order);
        names.addAll(found);
        return inOrder(List.copyOf(names));
    }
}
