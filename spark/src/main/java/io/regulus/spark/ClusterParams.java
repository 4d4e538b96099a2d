package io.regulus.spark;

import java.util.List;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The processes that train: how many there are, where their run is kept, how long is waited for them. A value out of range is
 * refused with an {@code IllegalArgumentException} where it is set.
 *
 * @param <S> what has these parameters
 */
public interface ClusterParams<S> extends Params {
    /** Processes that train together, at least 1, and at most as many as rows of a batch, to train on and to validate on; 0, the default, for one on each executor that there is when the rows have been read, but not more than that, and one alone where there are no executors. The log says, at INFO, how many these are. Each needs a free slot of the cluster and takes all cores of its machine that it finds use for. */
    default IntParam workers() {
        return IntRange.atLeast(this, "workers", "processes that train together; 0 for one on each executor", 0);
    }

    /** 0, the default, to add up gradients in every step, which gives the weights of one machine. Else the number of steps, at least 1, after which weights are averaged: local SGD (Stich, 2019), which sends less, is another algorithm and does not give the same weights. */
    default IntParam averagedEvery() {
        return IntRange.atLeast(
                this,
                "averagedEvery",
                "0 to add up gradients in every step, exactly as on one machine; else the steps after which weights are averaged (local SGD, inexact)",
                0);
    }

    /** Threads of each worker within one op, at least 1; 0, the default, leaves the choice to Regulus. */
    default IntParam threads() {
        return IntRange.atLeast(
                this, "threads", "threads of each worker within one op; 0 leaves the choice to Regulus", 0);
    }

    /** What each worker runs on: {@code auto}, the default, {@code cpu} or {@code gpu}. */
    default Param<String> device() {
        return new Param<>(
                this,
                "device",
                "what each worker runs on: auto, cpu or gpu",
                ParamValidators.inArray(List.of("auto", "cpu", "gpu")));
    }

    /** Where the run is kept, so that a worker that dies costs no more than the steps since the last checkpoint: a URI of any file system that Hadoop knows and every machine reaches, such as {@code hdfs:///runs/7}. Empty, the default, for nowhere: a run that is started again begins anew. */
    default Param<String> checkpointFolder() {
        return new Param<>(
                this,
                "checkpointFolder",
                "where the run is kept, a URI that every machine reaches, such as hdfs:///runs/7; empty for nowhere");
    }

    /** A checkpoint after every so many steps, at least 1, too; 0, the default, for none between two epochs. */
    default IntParam checkpointEverySteps() {
        return IntRange.atLeast(
                this,
                "checkpointEverySteps",
                "a checkpoint after every so many steps, too; 0 for none between two epochs",
                0);
    }

    /** A checkpoint after every so many epochs, at least 1, the default. */
    default IntParam checkpointEveryEpochs() {
        return IntRange.atLeast(this, "checkpointEveryEpochs", "a checkpoint after every so many epochs", 1);
    }

    /** How many checkpoints are kept, at least 1; 2 by default. */
    default IntParam keepCheckpoints() {
        return IntRange.atLeast(this, "keepCheckpoints", "how many checkpoints are kept", 1);
    }

    /**
     * How often at most the workers are started again, from the newest checkpoint, after a failure that need not repeat, such as a machine that is
     * lost or a process that stalls, without coming to a newer one. At least 0; 3 by default.
     */
    default IntParam maxRestarts() {
        return IntRange.atLeast(
                this,
                "maxRestarts",
                "how often the workers are started again, without coming to a newer checkpoint, after a failure that need not repeat",
                0);
    }

    /** How long a worker may take from its start to its first step before it is taken for dead, in seconds, at least 1; 300 by default. */
    default IntParam startSeconds() {
        return IntRange.atLeast(
                this,
                "startSeconds",
                "seconds that a worker may take to its first step before it is taken for dead",
                1);
    }

    /**
     * How long a worker may take from one batch to the next, a checkpoint included, before it is taken for dead, and how long a checkpoint may
     * take to the shared storage, in seconds, at least 1; 300 by default.
     */
    default IntParam stallSeconds() {
        return IntRange.atLeast(
                this,
                "stallSeconds",
                "seconds that a worker may take from one batch to the next before it is taken for dead",
                1);
    }

    /** How long the workers may wait for slots that other jobs of the application hold, in seconds, at least 1; 3600 by default. */
    default IntParam queueSeconds() {
        return IntRange.atLeast(
                this, "queueSeconds", "seconds that the workers may wait for slots that other jobs hold", 1);
    }

    /** The first of the ports on which workers listen for each other, 1 to 65535; 0, the default, as {@link #lastPort}, for any port. */
    default IntParam firstPort() {
        return IntRange.between(
                this, "firstPort", "the first port on which workers listen for each other; 0 for any", 0, 65535);
    }

    /** The last of these ports, 1 to 65535 and not before the first; 0, the default, as {@link #firstPort}, for any port. There must be at least as many as workers on one machine. */
    default IntParam lastPort() {
        return IntRange.between(
                this, "lastPort", "the last port on which workers listen for each other; 0 for any", 0, 65535);
    }

    /** {@link #workers}. */
    default int getWorkers() {
        return (int) getOrDefault(workers());
    }

    /** {@link #workers}. */
    default S setWorkers(int value) {
        return Fluent.set(this, workers(), value);
    }

    /** {@link #averagedEvery}. */
    default int getAveragedEvery() {
        return (int) getOrDefault(averagedEvery());
    }

    /** {@link #averagedEvery}. */
    default S setAveragedEvery(int value) {
        return Fluent.set(this, averagedEvery(), value);
    }

    /** {@link #threads}. */
    default int getThreads() {
        return (int) getOrDefault(threads());
    }

    /** {@link #threads}. */
    default S setThreads(int value) {
        return Fluent.set(this, threads(), value);
    }

    /** {@link #device}. */
    default String getDevice() {
        return getOrDefault(device());
    }

    /** {@link #device}. */
    default S setDevice(String value) {
        return Fluent.set(this, device(), value);
    }

    /** {@link #checkpointFolder}. */
    default String getCheckpointFolder() {
        return getOrDefault(checkpointFolder());
    }

    /** {@link #checkpointFolder}. */
    default S setCheckpointFolder(String value) {
        return Fluent.set(this, checkpointFolder(), value);
    }

    /** {@link #checkpointEverySteps}. */
    default int getCheckpointEverySteps() {
        return (int) getOrDefault(checkpointEverySteps());
    }

    /** {@link #checkpointEverySteps}. */
    default S setCheckpointEverySteps(int value) {
        return Fluent.set(this, checkpointEverySteps(), value);
    }

    /** {@link #checkpointEveryEpochs}. */
    default int getCheckpointEveryEpochs() {
        return (int) getOrDefault(checkpointEveryEpochs());
    }

    /** {@link #checkpointEveryEpochs}. */
    default S setCheckpointEveryEpochs(int value) {
        return Fluent.set(this, checkpointEveryEpochs(), value);
    }

    /** {@link #keepCheckpoints}. */
    default int getKeepCheckpoints() {
        return (int) getOrDefault(keepCheckpoints());
    }

    /** {@link #keepCheckpoints}. */
    default S setKeepCheckpoints(int value) {
        return Fluent.set(this, keepCheckpoints(), value);
    }

    /** {@link #maxRestarts}. */
    default int getMaxRestarts() {
        return (int) getOrDefault(maxRestarts());
    }

    /** {@link #maxRestarts}. */
    default S setMaxRestarts(int value) {
        return Fluent.set(this, maxRestarts(), value);
    }

    /** {@link #startSeconds}. */
    default int getStartSeconds() {
        return (int) getOrDefault(startSeconds());
    }

    /** {@link #startSeconds}. */
    default S setStartSeconds(int value) {
        return Fluent.set(this, startSeconds(), value);
    }

    /** {@link #stallSeconds}. */
    default int getStallSeconds() {
        return (int) getOrDefault(stallSeconds());
    }

    /** {@link #stallSeconds}. */
    default S setStallSeconds(int value) {
        return Fluent.set(this, stallSeconds(), value);
    }

    /** {@link #queueSeconds}. */
    default int getQueueSeconds() {
        return (int) getOrDefault(queueSeconds());
    }

    /** {@link #queueSeconds}. */
    default S setQueueSeconds(int value) {
        return Fluent.set(this, queueSeconds(), value);
    }

    /** {@link #firstPort}. */
    default int getFirstPort() {
        return (int) getOrDefault(firstPort());
    }

    /** {@link #firstPort}. */
    default S setFirstPort(int value) {
        return Fluent.set(this, firstPort(), value);
    }

    /** {@link #lastPort}. */
    default int getLastPort() {
        return (int) getOrDefault(lastPort());
    }

    /** {@link #lastPort}. */
    default S setLastPort(int value) {
        return Fluent.set(this, lastPort(), value);
    }

    /** Options of the JVM of each worker, such as {@code -Xmx8g}; none by default. */
    default StringArrayParam jvmOptions() {
        return new StringArrayParam(this, "jvmOptions", "options of the JVM of each worker, such as -Xmx8g");
    }

    /** {@link #jvmOptions}. */
    default String[] getJvmOptions() {
        return getOrDefault(jvmOptions());
    }

    /** {@link #jvmOptions}. */
    default S setJvmOptions(String... value) {
        return Fluent.set(this, jvmOptions(), value);
    }
}
