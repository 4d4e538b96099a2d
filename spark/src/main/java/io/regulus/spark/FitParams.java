package io.regulus.spark;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Params;

/**
 * How a network is fitted: as {@link io.regulus.train.Fit} and {@link io.regulus.engine.Settings} say it of one machine. A value out of range
 * is refused with an {@code IllegalArgumentException} where it is set.
 *
 * @param <S> what has these parameters
 */
public interface FitParams<S> extends Params {
    /** Passes over the rows, at least 1; 10 by default. */
    default IntParam epochs() {
        return IntRange.atLeast(this, "epochs", "passes over the rows", 1);
    }

    /** Rows of a step over all workers, at least as many as workers; 32 by default. */
    default IntParam batchSize() {
        return IntRange.atLeast(
                this, "batchSize", "rows of a step over all workers together, at least as many as workers", 1);
    }

    /** What initial weights and dropout masks depend on; 1 by default. */
    default LongParam seed() {
        return new LongParam(this, "seed", "what initial weights and dropout masks depend on");
    }

    /** Whether rows are taken in a new order in each epoch; true by default. */
    default BooleanParam shuffle() {
        return new BooleanParam(this, "shuffle", "whether rows are taken in a new order in each epoch");
    }

    /** What the order of the rows depends on, besides the epoch; 0 by default. */
    default LongParam rowSeed() {
        return new LongParam(this, "rowSeed", "what the order of the rows depends on, besides the epoch");
    }

    /** {@link #epochs}. */
    default int getEpochs() {
        return (int) getOrDefault(epochs());
    }

    /** {@link #epochs}. */
    default S setEpochs(int value) {
        return Fluent.set(this, epochs(), value);
    }

    /** {@link #batchSize}. */
    default int getBatchSize() {
        return (int) getOrDefault(batchSize());
    }

    /** {@link #batchSize}. */
    default S setBatchSize(int value) {
        return Fluent.set(this, batchSize(), value);
    }

    /** {@link #seed}. */
    default long getSeed() {
        return (long) getOrDefault(seed());
    }

    /** {@link #seed}. */
    default S setSeed(long value) {
        return Fluent.set(this, seed(), value);
    }

    /** {@link #shuffle}. */
    default boolean getShuffle() {
        return (boolean) getOrDefault(shuffle());
    }

    /** {@link #shuffle}. */
    default S setShuffle(boolean value) {
        return Fluent.set(this, shuffle(), value);
    }

    /** {@link #rowSeed}. */
    default long getRowSeed() {
        return (long) getOrDefault(rowSeed());
    }

    /** {@link #rowSeed}. */
    default S setRowSeed(long value) {
        return Fluent.set(this, rowSeed(), value);
    }
}
