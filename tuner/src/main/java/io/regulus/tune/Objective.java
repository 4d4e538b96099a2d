package io.regulus.tune;

import io.regulus.annotations.MonitorMode;
import io.regulus.train.Evaluation;
import io.regulus.train.Monitor;
import java.util.Comparator;

/** What a search makes small, or large: a number of the validation data. */
record Objective(String name, MonitorMode mode) {
    private static final String VALIDATION = "val_";

    static Objective of(String name, MonitorMode mode) {
        if (!name.startsWith(VALIDATION)) {
            throw new IllegalArgumentException("objective '" + name
                    + "': a search compares by the validation data; write '" + VALIDATION + name + "'");
        }
        return new Objective(name, new Monitor(name, mode, 0).mode());
    }

    Monitor monitor() {
        return new Monitor(name, mode, 0);
    }

    double value(Evaluation evaluation) {
        String plain = name.substring(VALIDATION.length());
        return plain.equals("loss") ? evaluation.loss() : evaluation.metric(plain);
    }

    /** The best first, failed ones last, those alike in their order. */
    Comparator<Trial> bestFirst() {
        Comparator<Trial> byValue = Comparator.comparingDouble(Trial::objective);
        return Comparator.comparing((Trial trial) -> trial.state() == Trial.State.FAILED)
                .thenComparing(mode == MonitorMode.MAX ? byValue.reversed() : byValue)
                .thenComparingInt(Trial::number);
    }

    @Override
    public String toString() {
        return (mode == MonitorMode.MAX ? "largest " : "smallest ") + name;
    }
}
