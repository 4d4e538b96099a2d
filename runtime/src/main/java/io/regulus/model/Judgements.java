package io.regulus.model;

import io.regulus.data.Dataset;
import io.regulus.data.Labels;
import io.regulus.data.Targets;
import io.regulus.data.Values;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import io.regulus.metrics.Reliability;
import io.regulus.report.Judged;
import io.regulus.report.Judgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a model says of rows, beside what they are. */
final class Judgements {
    /** From here on a single probability means the second class. */
    private static final float HALF = 0.5f;

    private Judgements() {}

    static Judged of(Model model, Dataset data) {
        List<float[][]> predictions = model.outputs(data);
        List<OutputPort> outputs = model.engine().plan().outputs();
        List<Judgement> said = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            OutputPort output = outputs.get(i);
            Targets targets = outputs.size() == 1 ? data.targets() : data.targets(output.name());
            if (output.target() instanceof TargetPort.Classes classes && targets instanceof Labels labels) {
                said.add(confusion(output.name(), names(model, classes, outputs.size()), labels, predictions.get(i)));
                said.add(new Judgement.Calibrated(output.name(), Reliability.of(predictions.get(i), labels.toArray())));
            } else if (targets instanceof Values values) {
                said.addAll(residuals(output, values, predictions.get(i)));
            }
        }
        return new Judged(model.evaluate(data), said);
    }

    /** Those of the only output, if they are known; else the numbers of the classes. */
    private static List<String> names(Model model, TargetPort.Classes classes, int outputs) {
        List<String> known = model.classNames();
        return outputs == 1 && known.size() == classes.classes()
                ? known
                : IntStream.range(0, classes.classes())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    private static Judgement confusion(String output, List<String> classes, Labels labels, float[][] predictions) {
        long[][] counts = new long[classes.size()][classes.size()];
        for (int row = 0; row < predictions.length; row++) {
            counts[labels.at(row)][predicted(predictions[row])]++;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new Judgement.Confusion(output, classes, rows);
    }

    private static int predicted(float[] probabilities) {
        if (probabilities.length == 1) {
            return probabilities[0] >= HALF ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /** One for each number of the output. */
    private static List<Judgement> residuals(OutputPort output, Values values, float[][] predictions) {
        int width = output.target().outputs();
        List<Judgement> all = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<Double> wanted = new ArrayList<>(predictions.length);
            List<Double> predicted = new ArrayList<>(predictions.length);
            for (int row = 0; row < predictions.length; row++) {
                wanted.add((double) values.at(row, column));
                predicted.add((double) predictions[row][column]);
            }
            String name = width == 1 ? output.name() : output.name() + "[" + column + "]";
            all.add(new Judgement.Residuals(name, wanted, predicted));
        }
        return all;
    }
}
