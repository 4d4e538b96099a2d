package io.regulus.train;

import java.util.List;
import java.util.Map;

/** The texts that belong to a model, such as its vocabulary or how its rows are encoded; stored with a fit. */
public interface Attachments {
    /** By name, of one moment: later changes are not seen in it. */
    Map<String, String> texts();

    /** Adds texts, in place of those of the same names, all at once: those of the run that a fit goes on with. */
    void add(Map<String, String> more);

    /** Forgets a text; does nothing where there is none. */
    void remove(String name);

    /**
     * How the texts of a run differ from these.
     *
     * @param before those of the run
     * @return a line each, with the cure; none where the run can go on with these
     */
    List<String> differences(Map<String, String> before);
}
