package org.example.iris;

import io.regulus.data.Dataset;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.History;

/** Trains {@code IrisNet} and says how well it does on its own training data. */
public final class Training {
    private Training() {}

    /** What came of it. */
    public record Result(double loss, double accuracy, float[][] predictions) {}

    public static Result run(float[][] rows, int[] labels) {
        Dataset data = Dataset.of(rows, labels);
        try (IrisNetModel model = IrisNetModel.create()) {
            History history = model.fit(data, Fit.epochs(30).batchSize(16).seed(7));
            if (history == null) {
                throw new IllegalStateException("no history");
            }
            Evaluation evaluation = model.evaluate(data);
            return new Result(evaluation.loss(), evaluation.metric("accuracy"), model.predict(rows));
        }
    }
}
