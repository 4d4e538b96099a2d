package io.regulus.benchmarks;

import java.util.function.DoubleConsumer;

/** A library under measurement: a network that its constructor has built. */
public interface Contender extends AutoCloseable {
    /**
     * Trains, a batch of the network's size a step, each row once an epoch.
     *
     * @param afterEpoch told after each epoch the mean training loss as the library reports it
     */
    void train(Samples samples, int epochs, DoubleConsumer afterEpoch) throws Exception;

    /** Probabilities of the classes, or the predicted number, for each row. */
    float[][] predict(float[][] rows) throws Exception;

    @Override
    void close();

    /** Loads the library's natives, which takes as long for every network. */
    interface Library {
        void load();
    }

    /** Builds the network of a job. */
    interface Factory {
        Contender create(Job job) throws Exception;
    }
}
