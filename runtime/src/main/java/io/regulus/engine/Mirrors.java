package io.regulus.engine;

import io.regulus.ops.Averages;
import io.regulus.ops.TrainingStep;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Copies of variables that are asked for around every step, which saves a run each; only steps and the replacing of variables change them. */
final class Mirrors {
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong averaged = new AtomicLong();
    private volatile double rate;

    /** Steps taken. */
    long steps() {
        return steps.get();
    }

    void stepTaken() {
        steps.incrementAndGet();
    }

    /** Epochs that the averages are of. */
    long averaged() {
        return averaged.get();
    }

    void averaged(long epochs) {
        averaged.set(epochs);
    }

    /** The learning rate, as the decimal that a person wrote. */
    double rate() {
        return rate;
    }

    void rate(float held) {
        rate = decimal(held);
    }

    /** To be told of variables that were replaced. */
    void replaced(Map<String, byte[]> values) {
        values.forEach((name, value) -> {
            switch (name) {
                case TrainingStep.STEP -> steps.set(NetworkState.bytes(value).getLong());
                case Averages.COUNT -> averaged.set(NetworkState.bytes(value).getLong());
                case TrainingStep.LEARNING_RATE ->
                    rate(NetworkState.bytes(value).getFloat());
                default -> {}
            }
        });
    }

    /** The shortest decimal that stands for a float is what the user wrote: 0.001 and not 0.0010000000474974513. */
    static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
