/**
 * Rows as records: what the components of a record are to a network, how they are encoded, and what an encoding has learned of the
 * training rows. Generated code declares a {@link io.regulus.rows.RowSchema}; users see it through the {@code fit} and {@code predict}
 * of their model.
 */
package io.regulus.rows;
