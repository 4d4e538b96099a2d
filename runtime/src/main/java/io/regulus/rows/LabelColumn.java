package io.regulus.rows;

/** A component that the network is to learn: for generated code. */
public sealed interface LabelColumn<R> extends RowColumn<R> permits NumberLabel, NameLabel {}
