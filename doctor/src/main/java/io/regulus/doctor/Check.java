package io.regulus.doctor;

import java.util.List;

/** Looks at one thing. */
interface Check {
    String title();

    /** What was found; looked for when this is called. */
    List<Finding> findings();
}
