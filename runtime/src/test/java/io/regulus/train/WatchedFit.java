package io.regulus.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fit that only claims to train: epochs with the values that a test wants. */
final class WatchedFit implements TrainingRun {
    private final List<Snapshot> restored = new ArrayList<>();
    private double rate = 0.5;
    private boolean stopped;
    private int epoch;

    /** Reports epochs with these values of the watched metric, until one stops the fit; the epochs that were run. */
    int run(Callback callback, String monitor, double... values) {
        callback.onFitStart(this);
        for (double value : values) {
            if (stopped) {
                break;
            }
            epoch++;
            callback.onEpochEnd(this, result(monitor, value));
        }
        callback.onFitEnd(this, new History(List.of()));
        return epoch;
    }

    private EpochResult result(String monitor, double value) {
        boolean loss = monitor.endsWith("loss");
        Evaluation watched = new Evaluation(loss ? value : 0, 0, loss ? Map.of() : Map.of("accuracy", value), 1);
        Evaluation other = new Evaluation(Double.NaN, 0, Map.of(), 1);
        boolean validated = monitor.startsWith("val_");
        return new EpochResult(
                epoch, validated ? other : watched, validated ? Optional.of(watched) : Optional.empty(), rate, 1, 0);
    }

    /** The epochs whose weights were restored. */
    List<Integer> restored() {
        return restored.stream()
                .map(snapshot -> (int) snapshot.values().get("epoch")[0])
                .toList();
    }

    @Override
    public int epochs() {
        return 100;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public int stepsPerEpoch() {
        return 1;
    }

    @Override
    public int epoch() {
        return epoch + 1;
    }

    @Override
    public int step() {
        return 0;
    }

    @Override
    public History history() {
        return new History(List.of());
    }

    @Override
    public double learningRate() {
        return rate;
    }

    @Override
    public void learningRate(double value) {
        rate = value;
    }

    @Override
    public double stepLearningRate() {
        return rate;
    }

    @Override
    public Set<String> monitored() {
        return Monitor.names(Set.of("accuracy"), true);
    }

    @Override
    public boolean failed() {
        return false;
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(Map.of("epoch", new byte[] {(byte) epoch}));
    }

    @Override
    public Snapshot trainingSnapshot() {
        return snapshot();
    }

    @Override
    public void restore(Snapshot snapshot) {
        restored.add(snapshot);
    }

    @Override
    public Set<String> kernels() {
        return Set.of();
    }

    @Override
    public Set<String> trained() {
        return Set.of();
    }

    @Override
    public Map<String, float[]> weights(Collection<String> names) {
        return Map.of();
    }

    @Override
    public void keepZero(Map<String, BitSet> places) {}

    @Override
    public void stop(String reason) {
        stopped = true;
    }

    @Override
    public void pause(String reason) {
        stopped = true;
    }
}
