package io.regulus.rows;

/** A component that is a part of what the network reads: for generated code. */
public sealed interface FeatureColumn<R> extends RowColumn<R> permits NumericColumn, CategoricalColumn {
    /** How many values of the input it makes; 0 where it is an input of its own. */
    int width();
}
