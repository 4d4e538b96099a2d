package io.regulus.rows;

import java.util.function.ToDoubleFunction;

/**
 * {@code @Label} that is a number, an amount or the number of a class: for generated code.
 *
 * @param value the number of a row, NaN where it is missing
 * @param standardized whether an amount is learned in deviations from its mean
 */
public record NumberLabel<R>(String name, ToDoubleFunction<R> value, boolean standardized) implements LabelColumn<R> {}
