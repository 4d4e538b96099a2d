package io.regulus.spark.job;

import java.io.Serializable;
import java.util.List;

/**
 * How a model is fitted.
 *
 * @param epochs passes over the rows, at least 1
 * @param batchSize rows of a step over all processes, at least as many as processes
 * @param shuffle whether rows are taken in a new order in each epoch
 * @param rowSeed what that order depends on, besides the epoch
 * @param modelSeed what initial weights and dropout masks depend on
 * @param classNames in the order of their labels; none to name none
 */
public record FitSpec(int epochs, int batchSize, boolean shuffle, long rowSeed, long modelSeed, List<String> classNames)
        implements Serializable {
    private static final long serialVersionUID = 1;
}
