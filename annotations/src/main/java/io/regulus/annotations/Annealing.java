package io.regulus.annotations;

/** How a learning rate goes from one value to another; t runs from 0 to 1 on the way. */
public enum Annealing {
    /** Along half a cosine: the share of the way is (1 - cos(pi * t)) / 2. */
    COSINE,
    /** Along a straight line: the share of the way is t. */
    LINEAR
}
