package io.regulus.engine;

import java.time.Duration;

/**
 * What a model has been asked since it was made.
 *
 * @param runs of the network for predictions: a batch each
 * @param rows that were predicted
 * @param time that the runs took, added up over the threads they were called from
 */
public record Usage(long runs, long rows, Duration time) {}
