package io.regulus.engine;

import io.regulus.ops.TrainingStep;
import java.util.Optional;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/**
 * The rate of steps that a schedule sets: fed in the place of the variable's value, which costs no run and changes nothing of the graph. Batches whose
 * runs were put together before do not see it.
 */
final class StepRate {
    private Optional<TFloat32> fed = Optional.empty();

    /** Empty where steps take the variable's. */
    Optional<Double> value() {
        return fed.map(TFloat32::getFloat).map(Mirrors::decimal);
    }

    void set(double rate) {
        TFloat32 tensor = fed.orElseGet(() -> TFloat32.scalarOf((float) rate));
        tensor.setFloat((float) rate);
        fed = Optional.of(tensor);
    }

    void feed(Session.Runner runner, TrainingStep step) {
        fed.ifPresent(tensor -> runner.feed(step.learningRate().value(), tensor));
    }

    /** Frees what is fed; steps take the variable's from then on. */
    void clear() {
        fed.ifPresent(TFloat32::close);
        fed = Optional.empty();
    }
}
