package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv1D;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.Sgd;
import org.junit.jupiter.api.Test;

/** Few weights on rows make a small network, unless a layer goes over their steps. */
class ThreadsTest {
    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Flat {
        @Input(shape = 8, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 20, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class StepByStep {
        @Input(shape = 8, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 20, units = 4)
        Layer embedded;

        @Gru(units = 4)
        Layer state;

        @Dense(units = 3)
        Layer logits;
    }

    /** A table of which a row reads next to nothing. */
    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Table {
        @Input(shape = 8, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 300_000, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    /** As {@code Table}; a step goes over all of it to average it. */
    @Network
    @Classifier(classes = 3)
    @Sgd
    @MovingAverage(decay = 0.99)
    abstract static class Averaged {
        @Input(shape = 8, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 300_000, units = 4)
        @Flatten
        Layer embedded;

        @Dense(units = 3)
        Layer logits;
    }

    @Network
    @Classifier(classes = 3)
    @Sgd
    abstract static class Convolution {
        @Input(shape = 8, type = DataType.INT32)
        Layer words;

        @Embedding(vocabulary = 20, units = 4)
        Layer embedded;

        @Conv1D(filters = 4, kernel = 3)
        @Flatten
        Layer phrases;

        @Dense(units = 3)
        Layer logits;
    }

    @Test
    void aTableCountsByTheRowsThatAreRead() {
        NetworkPlan table = new ThreadsTest_TableTraining(ThreadsTest_TableHyperparameters.defaults());
        NetworkPlan averaged = new ThreadsTest_AveragedTraining(ThreadsTest_AveragedHyperparameters.defaults());
        assertThat(table.valuesPerRow()).isEqualTo(8 * 4 + 8 * 4 * 3 + 3);
        assertThat(Threads.of(Settings.defaults(), table).intraOp()).isEqualTo(1);
        assertThat(averaged.valuesPerRow()).isEqualTo(averaged.trainedValues());
        assertThat(Threads.of(Settings.defaults(), averaged).intraOp()).isEqualTo(0);
    }

    @Test
    void aConvolutionOverStepsIsNoSmallNetwork() {
        NetworkPlan convolution =
                new ThreadsTest_ConvolutionTraining(ThreadsTest_ConvolutionHyperparameters.defaults());
        assertThat(Threads.of(Settings.defaults(), convolution).intraOp()).isEqualTo(0);
    }

    @Test
    void aNetworkThatRelatesStepsIsNoSmallOne() {
        NetworkPlan flat = new ThreadsTest_FlatTraining(ThreadsTest_FlatHyperparameters.defaults());
        NetworkPlan steps = new ThreadsTest_StepByStepTraining(ThreadsTest_StepByStepHyperparameters.defaults());
        assertThat(Threads.of(Settings.defaults(), flat).intraOp()).isEqualTo(1);
        assertThat(Threads.of(Settings.defaults(), flat).manyRuns()).isTrue();
        assertThat(Threads.of(Settings.defaults(), steps).intraOp()).isEqualTo(0);
        assertThat(Threads.of(Settings.defaults(), steps).interOp()).isEqualTo(0);
        assertThat(Threads.of(Settings.defaults(), steps).manyRuns()).isFalse();
    }
}
