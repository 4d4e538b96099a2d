package io.regulus.processor.check;

import io.regulus.processor.problem.Problems;

/** One rule of what a network must be like. */
public interface Rule {
    /** Reports every place that breaks the rule. */
    void check(Draft draft, Problems problems);
}
