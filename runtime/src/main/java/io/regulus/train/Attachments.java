package io.regulus.train;

import java.util.List;
import java.util.Map;

/** The texts that belong to a model, such as its vocabulary or how its rows are encoded; stored with a fit. */
public interface Attachments {
    /** By name; a fit that goes on adds those of its run. */
    Map<String, String> texts();

    /**
     * How the texts of a run differ from these.
     *
     * @param before those of the run
     * @return a line each, with the cure; none where the run can go on with these
     */
    List<String> differences(Map<String, String> before);
}
