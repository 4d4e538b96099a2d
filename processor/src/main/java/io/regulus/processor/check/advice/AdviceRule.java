package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;

/** One piece of advice. */
public interface AdviceRule {
    /** Gives the advice wherever the network goes against it. */
    void check(Draft draft, Advice advice);
}
