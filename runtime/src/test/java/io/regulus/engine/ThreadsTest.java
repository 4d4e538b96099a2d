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
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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
    void anotherNumberThanTheProcessHasIsToldWithTheNumbers() {
        Threads four = new Threads(4, 0, false);
        assertThat(four.conflict("a.Net", 4)).isEmpty();
        assertThat(four.conflict("a.Net", 1))
                .hasValue(
                        "a.Net would run each op on 4 threads, but the first model of this process fixed one thread for"
                                + " all. To have 4 for all, give the first model Settings.defaults().withThreads(4, 0): the first number"
                                + " is threads within one op, the second ops at a time, 0 the default.");
    }

    @Test
    void asManyThreadsAsThereAreCoresAreThatNumber() {
        int cores = Runtime.getRuntime().availableProcessors();
        Threads all = new Threads(0, 0, false);
        assertThat(all.conflict("a.Net", cores)).isEmpty();
        assertThat(new Threads(cores, 0, false).conflict("a.Net", 0)).isEmpty();
        assertThat(all.conflict("a.Net", cores + 1).orElseThrow()).contains("withThreads(" + cores + ", 0)");
    }

    /** Whatever was claimed or told in this process before: of three other numbers one is told at most. */
    @Test
    void theLogSaysSoOnce() {
        Logger logger = Logger.getLogger(Threads.class.getName());
        List<LogRecord> told = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            new Threads(1001, 0, false).claim("a.Net");
            new Threads(1002, 0, false).claim("a.Net");
            new Threads(1003, 0, false).claim("a.Net");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(told.size()).isAtMost(1);
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
