package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.Classifier;
import io.regulus.annotations.DataType;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Embedding;
import io.regulus.annotations.Flatten;
import io.regulus.annotations.Gru;
import io.regulus.annotations.Input;
import io.regulus.annotations.Layer;
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
