package io.regulus.rows;

import java.util.function.ToDoubleFunction;

/**
 * {@code @RowWeight}: for generated code.
 *
 * @param value what a row counts in the loss
 */
public record WeightColumn<R>(String name, ToDoubleFunction<R> value) implements RowColumn<R> {}
