package io.regulus.files;

/**
 * What makes an object unusable for a network, whatever that learns.
 *
 * @param column what it is about, as the object calls it
 * @param what is wrong, such as {@code is missing}
 * @param cure what to do, without a full stop
 */
public record RowFlaw(String column, String what, String cure) {}
