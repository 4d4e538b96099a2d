package io.regulus.rows;

import io.regulus.files.RowFlaw;
import java.util.Optional;

/** A component of a row that a network is told of: for generated code. */
public sealed interface RowColumn<R> permits FeatureColumn, LabelColumn, WeightColumn {
    /** The component's name. */
    String name();

    /** What of a row no network can use; empty where there is nothing. */
    default Optional<RowFlaw> flaw(R row) {
        return Optional.empty();
    }
}
