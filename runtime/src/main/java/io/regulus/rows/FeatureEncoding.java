package io.regulus.rows;

/** Writes a component of a row into what the network reads. */
sealed interface FeatureEncoding<R> extends ColumnEncoding permits NumericEncoding, OneHotEncoding, IdEncoding {
    FeatureColumn<R> column();
}
