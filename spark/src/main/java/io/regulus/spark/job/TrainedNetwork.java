package io.regulus.spark.job;

import io.regulus.train.History;
import java.util.Map;

/**
 * A model that was trained.
 *
 * @param files of the folder that {@code XModel.load} takes, by name
 * @param history epoch by epoch, those before a restart included
 * @param restarts how often it was started again
 */
public record TrainedNetwork(Map<String, byte[]> files, History history, int restarts) {}
