package io.regulus.rows;

/** What the network is to learn of a row, and what its predictions mean. */
sealed interface LabelEncoding<R> extends ColumnEncoding permits ValueEncoding, ClassEncoding {
    LabelColumn<R> column();
}
