package io.regulus.files;

import io.regulus.data.Names;

/**
 * What makes an object unusable for a network, whatever that learns.
 *
 * @param column what it is about, as the object calls it
 * @param what is wrong, such as {@code is missing}
 * @param cure what to do, without a full stop
 */
public record RowFlaw(String column, String what, String cure) {
    /** Such as {@code column 'age': is missing}. */
    String inColumn() {
        return "column '" + Names.shown(column) + "': " + what;
    }
}
