package io.regulus.data;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Names and their numbers from 0 on: classes and their labels, categories and their places. Immutable. */
public final class NameIndex {
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private NameIndex(Collection<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            if (numbers.put(name, numbers.size()) != null) {
                throw new IllegalArgumentException("'" + Names.shown(name) + "' occurs twice among the " + names.size()
                        + " names; give each once");
            }
        }
    }

    /**
     * Names in the order of their numbers.
     *
     * @throws IllegalArgumentException if one occurs twice
     */
    public static NameIndex inOrder(List<String> names) {
        return new NameIndex(names);
    }

    /** Numbered in the order of their names, or of their values where all are integers: 2 comes before 10. */
    public static NameIndex sorted(Collection<String> found) {
        boolean integers = found.stream().allMatch(name -> name.matches("[+-]?[0-9]{1,100}"));
        Comparator<String> order = integers
                ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
        TreeSet<String> names = new TreeSet<>(order);
        names.addAll(found);
        return new NameIndex(names);
    }

    /** The names, in the order of their numbers. */
    public List<String> names() {
        return names;
    }

    /** The number of a name; empty if it is none of them. */
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether this is one of the names. */
    public boolean has(String name) {
        return numbers.containsKey(name);
    }
}
