package io.regulus.benchmarks;

/**
 * How much is run.
 *
 * @param rows of the data set: an epoch has rows / batch steps
 * @param warmUpEpochs trained before the clock starts
 * @param measuredEpochs trained by the clock; fixed, so that all contenders have taken the same number of steps
 * @param seconds of calling predict, by the clock, for the workloads that do not train
 */
public record Effort(int rows, int warmUpEpochs, int measuredEpochs, double seconds) {}
