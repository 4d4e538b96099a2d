package io.regulus.processor.problem;

import io.regulus.processor.spec.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the problems of one class while it is checked, so that all of them are reported in one compile. */
public final class Problems {
    private final Map<Key, Problem> found;
    private final Optional<Place> use;
    private final String title;

    /** What a problem says that repetitions of a block have in common. */
    private record Key(Code code, Place place, String text) {
        static Key of(Problem problem) {
            return new Key(problem.code(), problem.place(), problem.text().replaceAll("/\\d+/", "/*/"));
        }
    }

    public Problems() {
        this(new LinkedHashMap<>(), Optional.empty(), "");
    }

    private Problems(Map<Key, Problem> found, Optional<Place> use, String title) {
        this.found = found;
        this.use = use;
        this.title = title;
    }

    /**
     * The same collection for problems that stem from how something is used.
     *
     * @param place where it is used, and where the problems are reported instead of where they came up
     * @param user what has them, for the beginning of the message
     */
    public Problems at(Place place, String user) {
        return new Problems(found, Optional.of(place), user + ": ");
    }

    /** Adds a problem, unless it is that of a repetition again; the details fill the code's template. */
    public void add(Code code, Place place, Object... details) {
        Problem problem = Problem.of(code, place, details);
        Problem placed = new Problem(code, use.orElse(place), title + problem.text());
        found.putIfAbsent(Key.of(placed), placed);
    }

    /** What was found so far, in the order it was found. */
    public List<Problem> report() {
        return List.copyOf(found.values());
    }
}
