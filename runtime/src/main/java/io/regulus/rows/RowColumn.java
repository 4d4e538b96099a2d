package io.regulus.rows;

/** A component of a row that a network is told of: for generated code. */
public sealed interface RowColumn<R> permits FeatureColumn, LabelColumn, WeightColumn {
    /** The component's name. */
    String name();
}
