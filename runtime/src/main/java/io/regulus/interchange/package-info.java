/**
 * Weights that come from, or go to, other libraries: which tensor of theirs is which weight of a model, and in which order the
 * numbers stand there. {@link io.regulus.interchange.WeightMapping} says so; {@link io.regulus.interchange.ImportReport} says what
 * came of it.
 */
package io.regulus.interchange;
