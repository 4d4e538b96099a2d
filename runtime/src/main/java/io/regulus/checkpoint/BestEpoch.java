package io.regulus.checkpoint;

/**
 * The best epoch of a run so far.
 *
 * @param monitor name of what is watched
 * @param score its value
 * @param epoch counted from 1
 */
record BestEpoch(String monitor, double score, int epoch) {}
