package io.regulus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.train.Callback;
import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import io.regulus.train.Snapshot;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private record Run(int epochs, int stepsPerEpoch, int step, History history) implements TrainingRun {
        Run(int epochs, int stepsPerEpoch) {
            this(epochs, stepsPerEpoch, 0, new History(List.of()));
        }

        @Override
        public int epoch() {
            return history.epochs().size() + 1;
        }

        @Override
        public Map<String, String> settings() {
            throw new AssertionError("progress only watches");
        }

        @Override
        public Set<String> kernels() {
            throw new AssertionError("progress only watches");
        }

        @Override
        public Set<String> trained() {
            throw new AssertionError("progress only watches");
        }

        @Override
        public Map<String, float[]> weights(Collection<String> names) {
            throw new AssertionError("progress only watches");
        }

        @Override
        public void keepZero(Map<String, BitSet> places) {
            throw new AssertionError("progress only watches");
        }

        @Override
        public Snapshot trainingSnapshot() {
            throw new AssertionError("progress only watches");
        }

        @Override
        public double learningRate() {
            return 1e-3;
        }

        @Override
        public void learningRate(double rate) {
            throw new AssertionError("progress only watches");
        }

        @Override
        public double stepLearningRate() {
            return learningRate();
        }

        @Override
        public Set<String> monitored() {
            return Set.of("loss", "accuracy");
        }

        @Override
        public boolean failed() {
            return false;
        }

        @Override
        public Snapshot snapshot() {
            throw new AssertionError("progress only watches");
        }

        @Override
        public void restore(Snapshot snapshot) {
            throw new AssertionError("progress only watches");
        }

        @Override
        public void stop(String reason) {
            throw new AssertionError("progress only watches");
        }

        @Override
        public void pause(String reason) {
            throw new AssertionError("progress only watches");
        }
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static EpochResult result(int epoch) {
        return new EpochResult(
                epoch, new Evaluation(0.5, 0.25, Map.of("accuracy", 0.75), 10), Optional.empty(), 1e-3, 3, 0.1);
    }

    private static void train(Callback progress) {
        Run run = new Run(2, 3);
        progress.onFitStart(run);
        for (int epoch = 1; epoch <= 2; epoch++) {
            progress.onEpochStart(run, epoch);
            for (int step = 1; step <= 3; step++) {
                progress.onStep(run, new StepResult(step, 0.5));
            }
            progress.onEpochEnd(run, result(epoch));
        }
        progress.onFitEnd(run, new History(List.of(result(1), result(2))));
    }

    @Test
    void plainLinesWhereThereIsNoTerminal() {
        train(new Progress(out));
        String line = "/2  loss 0.5000  penalty 0.2500  accuracy 0.7500  |  0.1 s" + System.lineSeparator();
        assertEquals("epoch 1" + line + "epoch 2" + line, written());
    }

    @Test
    void barsGiveWayToTheLinesOfTheEpochs() {
        train(new Progress(out, true));
        assertTrue(written().contains("\repoch 1/2 100% ["), written());
        assertTrue(written().contains("3/3 steps (0:00:00 / 0:00:00) "), written());
        assertTrue(written().matches("(?s).*\\) [0-9.?]+ steps/s loss 0.5000.*"), written());
        assertTrue(written().contains("loss 0.5000"), written());
        List<String> lines = List.of(written().split(System.lineSeparator(), -1));
        assertEquals(3, lines.size(), "a bar leaves no line behind");
        for (String line : lines.subList(0, 2)) {
            String shown = line.substring(line.lastIndexOf('\r') + 1);
            assertTrue(shown.matches("epoch ./2  loss 0.5000  penalty 0.2500  accuracy 0.7500  \\|  0.1 s"), shown);
        }
    }

    @Test
    void aFitThatGoesOnSaysWhereAndItsBarBeginsThere() {
        Progress progress = new Progress(out, true);
        Run run = new Run(4, 10, 7, new History(List.of(result(1), result(2))));
        progress.onFitStart(run);
        assertEquals("goes on after 2 epochs and 7 steps of the next one" + System.lineSeparator(), written());
        progress.onStep(run, new StepResult(27, 0.5));
        progress.onFitEnd(run, new History(List.of(), new Ending(Ending.Kind.PAUSED, "time is up")));
        assertTrue(written().contains("epoch 3/4  70% ["), written());
        assertTrue(written().contains("7/10"), written());
        assertTrue(written().endsWith("paused: time is up" + System.lineSeparator()), written());
    }

    @Test
    void oneOfAKindIsNotSeveral() {
        new Progress(out).onFitStart(new Run(4, 10, 1, new History(List.of(result(1)))));
        assertEquals("goes on after 1 epoch and 1 step of the next one" + System.lineSeparator(), written());
    }

    @Test
    void aRunThatHasEndedIsSaidToHave() {
        Progress progress = new Progress(out);
        History two = new History(List.of(result(1), result(2)));
        progress.onFitStart(new Run(2, 10, 0, two));
        progress.onFitEnd(new Run(2, 10, 0, two), two);
        History stopped = new History(two.epochs(), new Ending(Ending.Kind.STOPPED, "seen enough"));
        progress.onFitStart(new Run(5, 10, 0, stopped));
        progress.onFitEnd(new Run(5, 10, 0, stopped), stopped);
        assertEquals(
                List.of(
                        "nothing is left to train after 2 epochs: all epochs were trained, the last of number 2",
                        "nothing is left to train after 2 epochs: seen enough. A run that was stopped stays so: startAnew(), or another"
                                + " folder, begins a new one"),
                written().lines().toList());
    }

    @Test
    void aStopIsSaidWithItsReason() {
        Progress progress = new Progress(out);
        Run run = new Run(5, 10);
        progress.onFitStart(run);
        progress.onFitEnd(run, new History(List.of(result(1)), new Ending(Ending.Kind.STOPPED, "seen enough")));
        assertEquals("stopped: seen enough" + System.lineSeparator(), written());
    }

    @Test
    void aFitThatFailsLeavesNoBarRunning() {
        Progress progress = new Progress(out, true);
        Run run = new Run(2, 3);
        progress.onEpochStart(run, 1);
        progress.onStep(run, new StepResult(1, 0.5));
        progress.onFitEnd(run, new History(List.of()));
        assertFalse(written().endsWith("]"));
        assertTrue(written().endsWith("\r"), "the bar is wiped");
    }
}
