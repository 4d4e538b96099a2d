package io.regulus.processor.spec;

/**
 * That an annotation, or a number of one, regularises.
 *
 * @param noisy whether the loss of training is of something harder for it than what is predicted
 */
public record Regularising(boolean noisy) {}
