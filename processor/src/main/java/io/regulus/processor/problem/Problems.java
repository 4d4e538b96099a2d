package io.regulus.processor.problem;

import io.regulus.processor.spec.Place;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one class while it is checked, so that all of them are reported in one compile. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem; the details fill the code's template. */
    public void add(Code code, Place place, Object... details) {
        found.add(Problem.of(code, place, details));
    }

    /** What was found so far, in the order it was found. */
    public List<Problem> report() {
        return List.copyOf(found);
    }
}
