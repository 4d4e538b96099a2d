package io.regulus.processor.graph;

import io.regulus.annotations.Interval;

/**
 * A number that changes no shape and so can be changed without compiling anew.
 *
 * @param group name of the record it belongs to: a field, {@code network}, {@code optimizer} or {@code task}
 * @param name its name in that record
 * @param value the number as annotated, its default
 * @param range what it may be
 * @param source the annotation it comes from, as written
 */
public record Hyperparameter(String group, String name, double value, Interval range, String source) {
    /** Name of the group of the class's own annotations. */
    public static final String NETWORK = "network";

    /** Name of the optimizer's group. */
    public static final String OPTIMIZER = "optimizer";

    /** Name of the task's group. */
    public static final String TASK = "task";
}
