package io.regulus.samples.glyphs;

/**
 * A place on the plane of a glyph, which reaches from -1 to 1 both ways.
 *
 * @param x to the right
 * @param y downwards
 */
record Point(double x, double y) {}
