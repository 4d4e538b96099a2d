package io.regulus.engine;

import io.regulus.ops.Penalty;
import io.regulus.ops.TrainingStep;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;

/** What the weights as they are cost, without a batch. */
public final class Penalties {
    private final Runs runs;
    private final TrainingStep step;

    Penalties(Runs runs, TrainingStep step) {
        this.runs = runs;
        this.step = step;
    }

    /** The penalty's terms. */
    public List<Penalty.Term> terms() {
        return step.terms();
    }

    /** All terms together. */
    public double total() {
        return runs.running(() -> {
            try (Result result = runs.runner().fetch(step.penalty()).run()) {
                return (double) Scalars.of(result, 0);
            }
        });
    }

    /** What each term adds, in the order of {@link #terms}. */
    public double[] byTerm() {
        List<Operand<TFloat32>> values = step.termValues();
        if (values.isEmpty()) {
            return new double[0];
        }
        return runs.running(() -> {
            Session.Runner runner = runs.runner();
            values.forEach(runner::fetch);
            try (Result result = runner.run()) {
                return IntStream.range(0, values.size())
                        .mapToDouble(term -> Scalars.of(result, term))
                        .toArray();
            }
        });
    }
}
