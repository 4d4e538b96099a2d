package io.regulus.effects;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;
import static io.regulus.effects.Effect.claim;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.ClassWeights;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Distill;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.annotations.Sam;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.train.Fit;
import io.regulus.train.MonteCarlo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tasks, and what is added to their losses: by what networks then answer. */
final class TaskEffects {
    private static final int SIDE = 28;

    private TaskEffects() {}

    @Network(input = 2)
    @Classifier(classes = 3, labelSmoothing = 0.2)
    @Adam(learningRate = 0.02)
    abstract static class Smoothed {
        @Dense(units = 32, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @BinaryClassifier
    @ClassWeights({1, 12})
    @Adam(learningRate = 0.02)
    abstract static class Weighted {
        @Dense(units = 16, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 1)
    @BinaryClassifier
    @FocalLoss(gamma = 2)
    @Adam
    abstract static class Focal {
        @Dense(units = 1, useBias = false)
        Layer logit;
    }

    @Network(input = 2)
    @BinaryClassifier
    @AdversarialTraining(epsilon = 0.2)
    @Adam(learningRate = 0.02)
    abstract static class Hardened {
        @Dense(units = 32, activation = RELU)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 2)
    @Classifier(classes = 3)
    @RDrop(alpha = 3)
    @Adam(learningRate = 0.01)
    abstract static class Agreeing {
        @Dense(units = 64, activation = RELU)
        @Dropout(p = 0.4)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    abstract static class Master {
        @Dense(units = 64, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @Classifier(classes = 3)
    @Distill(temperature = 3, alpha = 1)
    @Adam(learningRate = 0.01)
    abstract static class Student {
        @Dense(units = 8, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @Classifier(classes = 3)
    @Adam(learningRate = 0.01)
    abstract static class Untaught {
        @Dense(units = 8, activation = RELU)
        Layer hidden;

        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = 2)
    @BinaryClassifier
    @Adam(learningRate = 0.01)
    @Sam(rho = 0.3)
    abstract static class Flat {
        @Dense(units = 32, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    @Network(input = 2)
    @BinaryClassifier
    @Adam(learningRate = 0.01)
    abstract static class Sharp {
        @Dense(units = 32, activation = TANH)
        Layer hidden;

        @Dense(units = 1)
        Layer logit;
    }

    static List<Effect> all() {
        return List.of(smoothing(), weights(), focal(), adversarial(), rDrop(), distill(), sam());
    }

    /** Points of classes around corners, so that they overlap a little. */
    private static Dataset clouds(int rows, int classes, double width, long seed, int... sizes) {
        Random random = new Random(seed);
        float[][] points = new float[rows][2];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            int of = sizes.length == 0
                    ? row % classes
                    : row % Arrays.stream(sizes).sum() < sizes[0] ? 0 : 1;
            labels[row] = of;
            points[row][0] = (float) (Math.cos(2 * Math.PI * of / classes) + width * random.nextGaussian());
            points[row][1] = (float) (Math.sin(2 * Math.PI * of / classes) + width * random.nextGaussian());
        }
        return Dataset.of(points, labels);
    }

    private static Fit fit(int epochs) {
        return Numbers.fit(epochs, 32);
    }

    private static Effect smoothing() {
        double[] plain = confidences(Map.of("task.labelSmoothing", 0.0));
        double[] smoothed = confidences(Map.of());
        return Effect.of(
                Classifier.class,
                "How many of 300 rows a classifier is how sure of: without label smoothing of nearly all entirely, with it 0.87 or less.",
                Bars.of(
                        List.of(
                                Bars.Row.of("Rows by the probability of their class, without", counted(plain)),
                                Bars.Row.of("with @Classifier(labelSmoothing = 0.2)", counted(smoothed))),
                        "0.1",
                        "0.2",
                        "0.3",
                        "0.4",
                        "0.5",
                        "0.6",
                        "0.7",
                        "0.8",
                        "0.9",
                        "1.0"),
                claim("without it most are above 0.95", share(plain, 0.95) > 0.7),
                // 1 - 0.2 + 0.2 / 3 is what the loss is least for
                claim("with it hardly any is", share(smoothed, 0.95) < 0.05),
                claim("its best is 1 - s + s / classes", Math.abs(median(smoothed) - (1 - 0.2 + 0.2 / 3)) < 0.04));
    }

    private static double median(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double share(double[] values, double above) {
        return DoubleStream.of(values).filter(value -> value > above).count() / (double) values.length;
    }

    private static double[] counted(double... values) {
        double[] counts = new double[10];
        DoubleStream.of(values).forEach(value -> counts[(int) Math.min(9, value * 10)]++);
        return counts;
    }

    private static double[] confidences(Map<String, Double> numbers) {
        Dataset data = clouds(300, 3, 0.3, 4);
        try (Model model = Numbers.model(TaskEffects_SmoothedModel.type(), numbers)) {
            model.fit(data, fit(40));
            float[][] said = model.predictions(data);
            return IntStream.range(0, said.length)
                    .mapToDouble(row -> said[row][data.labels().at(row)])
                    .toArray();
        }
    }

    private static Effect weights() {
        double[] plain = found(Map.of("classWeights.class1", 1.0));
        double[] weighted = found(Map.of());
        return Effect.of(
                ClassWeights.class,
                "Shares of rows that are found, of a frequent class and of one that is twelve times as rare: without class weights few of the rare, with them most.",
                Bars.of(
                        List.of(
                                Bars.Row.of("Rows of each class that are found, without", plain),
                                Bars.Row.of("with @ClassWeights({1, 12})", weighted)),
                        "frequent",
                        "rare"),
                claim("more of the rare are found", weighted[1] > plain[1] + 0.2),
                claim("at a price", weighted[0] < plain[0]));
    }

    private static double[] found(Map<String, Double> numbers) {
        Dataset data = clouds(650, 2, 0.9, 6, 12, 1);
        try (Model model = Numbers.model(TaskEffects_WeightedModel.type(), numbers)) {
            model.fit(data, fit(20));
            float[][] said = model.predictions(data);
            double[] right = new double[2];
            double[] all = new double[2];
            for (int row = 0; row < said.length; row++) {
                int label = data.labels().at(row);
                all[label]++;
                right[label] += said[row][said[row].length - 1] > 0.5 == (label == 1) ? 1 : 0;
            }
            return new double[] {right[0] / all[0], right[1] / all[1]};
        }
    }

    private static Effect focal() {
        int points = 60;
        double[] probability = new double[points];
        double[] plain = new double[points];
        double[] focal = new double[points];
        try (Model without = Numbers.model(TaskEffects_FocalModel.type(), Map.of("focalLoss.gamma", 0.0));
                Model with = Numbers.model(TaskEffects_FocalModel.type())) {
            without.setWeights(without.weights().with("logit/kernel", 1));
            with.setWeights(with.weights().with("logit/kernel", 1));
            for (int i = 0; i < points; i++) {
                double p = 0.03 + 0.96 * i / (points - 1);
                Dataset row = Dataset.of(new float[][] {{(float) Math.log(p / (1 - p))}}, new int[] {1});
                probability[i] = p;
                plain[i] = without.evaluate(row).loss();
                focal[i] = with.evaluate(row).loss();
            }
        }
        return Effect.of(
                FocalLoss.class,
                "The loss of a row by the probability of its class: with @FocalLoss nearly nothing from 0.6 on, without it a fifth of what it is at 0.1.",
                new Curves(
                        List.of(new Curves.Panel(
                                "Loss of a row",
                                List.of(
                                        Curves.Curve.of("without", probability, plain, 1),
                                        Curves.Curve.of("@FocalLoss(gamma = 2)", probability, focal, 0)))),
                        "probability of its class",
                        OptionalDouble.empty()),
                claim(
                        "it is (1 - p)^2 times the loss",
                        IntStream.range(0, points)
                                .allMatch(i ->
                                        Math.abs(focal[i] - Math.pow(1 - probability[i], 2) * plain[i]) < 1e-3)));
    }

    /** Two half circles, one in the other. */
    private static Dataset moons() {
        Random random = new Random(9);
        float[][] points = new float[160][2];
        int[] labels = new int[160];
        for (int row = 0; row < 160; row++) {
            double angle = Math.PI * random.nextDouble();
            labels[row] = row % 2;
            points[row][0] = (float) (labels[row] == 0 ? Math.cos(angle) - 0.5 : 0.5 - Math.cos(angle));
            points[row][1] = (float) (labels[row] == 0 ? Math.sin(angle) - 0.25 : 0.25 - Math.sin(angle));
            points[row][0] += (float) (0.08 * random.nextGaussian());
            points[row][1] += (float) (0.08 * random.nextGaussian());
        }
        return Dataset.of(points, labels);
    }

    /** Probabilities over the plane, from -1 (of the first class) to 1. */
    private static double[][] plane(Model model) {
        float[][] points = new float[SIDE * SIDE][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = (float) (4.0 * (i % SIDE) / (SIDE - 1) - 2);
            int line = i / SIDE;
            points[i][1] = (float) (2 - 4.0 * line / (SIDE - 1));
        }
        float[][] said = model.predictions(Dataset.of(points, new int[points.length]));
        double[][] plane = new double[SIDE][SIDE];
        for (int i = 0; i < points.length; i++) {
            plane[i / SIDE][i % SIDE] = 2 * said[i][said[i].length - 1] - 1;
        }
        return plane;
    }

    private static Effect adversarial() {
        Dataset moons = moons();
        try (Model plain = Numbers.model(TaskEffects_HardenedModel.type(), Map.of("adversarialTraining.weight", 0.0));
                Model hardened = Numbers.model(TaskEffects_HardenedModel.type())) {
            plain.fit(moons, fit(60));
            hardened.fit(moons, fit(60));
            double before = attacked(plain, moons);
            double after = attacked(hardened, moons);
            return Effect.of(
                    AdversarialTraining.class,
                    "What a network says of the points of a plane: without @AdversarialTraining sharp borders close to the points, with it wide ones between the classes.",
                    new Tiles(
                            "What a network says of each point of a plane",
                            2,
                            List.of(
                                    new Tiles.Tile("without", Picture.matrix(plane(plain), 1)),
                                    new Tiles.Tile("@AdversarialTraining(0.2)", Picture.matrix(plane(hardened), 1)))),
                    claim("points that are moved towards the border lose less", after < before));
        }
    }

    /** The loss of points of which each number is moved by 0.2, in the worst of the four directions. */
    private static double attacked(Model model, Dataset data) {
        double sum = 0;
        double[][] losses = new double[4][];
        for (int direction = 0; direction < 4; direction++) {
            float[][] moved = new float[data.size()][];
            for (int row = 0; row < moved.length; row++) {
                moved[row] = data.row(row);
                moved[row][0] += direction % 2 == 0 ? 0.2f : -0.2f;
                moved[row][1] += direction < 2 ? 0.2f : -0.2f;
            }
            float[][] said = model.predictions(Dataset.of(moved, new int[moved.length]));
            losses[direction] = IntStream.range(0, moved.length)
                    .mapToDouble(row -> {
                        double p = said[row][said[row].length - 1];
                        return -Math.log(Math.max(1e-7, data.labels().at(row) == 1 ? p : 1 - p));
                    })
                    .toArray();
        }
        for (int row = 0; row < data.size(); row++) {
            double worst = 0;
            for (double[] of : losses) {
                worst = Math.max(worst, of[row]);
            }
            sum += worst;
        }
        return sum / data.size();
    }

    private static Effect rDrop() {
        double[] plain = spreads(Map.of("rDrop.alpha", 0.0));
        double[] agreeing = spreads(Map.of());
        return Effect.of(
                RDrop.class,
                "How far 30 predictions with other masks of dropout are apart, row by row: with @RDrop about half as far.",
                Bars.of(List.of(
                        Bars.Row.of("Spread of 30 predictions of 40 rows, without", plain),
                        Bars.Row.of("with @RDrop(alpha = 3)", agreeing))),
                claim("they agree more", Numbers.mean(agreeing) < 0.8 * Numbers.mean(plain)));
    }

    private static double[] spreads(Map<String, Double> numbers) {
        Dataset data = clouds(240, 3, 0.5, 14);
        try (Model model = Numbers.model(TaskEffects_AgreeingModel.type(), numbers)) {
            model.fit(data, fit(30));
            MonteCarlo<float[][]> sampled =
                    model.monteCarloOutputs(data.take(40), 30).get(0);
            return Arrays.stream(sampled.spread())
                    .mapToDouble(row -> Numbers.mean(Numbers.doubles(row)))
                    .toArray();
        }
    }

    private static Effect distill() {
        Dataset data = clouds(90, 3, 0.55, 17);
        Dataset fresh = clouds(300, 3, 0.55, 18);
        try (Model master = Numbers.model(TaskEffects_MasterModel.type());
                Model student = Numbers.model(TaskEffects_StudentModel.type());
                Model untaught = Numbers.model(TaskEffects_UntaughtModel.type())) {
            master.fit(clouds(900, 3, 0.55, 19), fit(20));
            Dataset taught = data.withSoftTargets(master.outputs(data));
            student.fit(taught, fit(120));
            untaught.fit(data, fit(120));
            double[] without = differences(untaught, master, fresh);
            double[] with = differences(student, master, fresh);
            return Effect.of(
                    Distill.class,
                    "How far a small network's probabilities are from those of its teacher, for 40 new rows: farther without @Distill than with it.",
                    Bars.of(List.of(
                            Bars.Row.of("Distance from the teacher, of 40 new rows, without", without),
                            Bars.Row.of("with @Distill(temperature = 3, alpha = 1)", with))),
                    claim("it is nearer to its teacher", Numbers.mean(with) < 0.7 * Numbers.mean(without)));
        }
    }

    private static double[] differences(Model one, Model other, Dataset rows) {
        float[][] first = one.predictions(rows);
        float[][] second = other.predictions(rows);
        return IntStream.range(0, 40)
                .mapToDouble(row -> IntStream.range(0, 3)
                        .mapToDouble(i -> Math.abs(first[row][i] - second[row][i]))
                        .sum())
                .toArray();
    }

    private static Effect sam() {
        Dataset moons = moons();
        try (Model sharp = Numbers.model(TaskEffects_SharpModel.type());
                Model flat = Numbers.model(TaskEffects_FlatModel.type())) {
            sharp.fit(moons, fit(150));
            flat.fit(moons, fit(150));
            double[] steps =
                    IntStream.rangeClosed(-20, 20).mapToDouble(i -> i / 10.0).toArray();
            double[] without = rise(around(sharp, moons, steps));
            double[] with = rise(around(flat, moons, steps));
            return Effect.of(
                    Sam.class,
                    "How far the loss rises as the weights that were found are moved: with @Sam less, on both sides.",
                    new Curves(
                            List.of(new Curves.Panel(
                                    "Rise of the loss",
                                    List.of(
                                            Curves.Curve.of("without", steps, without, 1),
                                            Curves.Curve.of("@Sam(rho = 0.3)", steps, with, 0)))),
                            "distance, mean of 12 directions",
                            OptionalDouble.empty()),
                    claim("it rises less to the left", with[0] - with[20] < without[0] - without[20]),
                    claim("and to the right", with[40] - with[20] < without[40] - without[20]));
        }
    }

    /** Above the loss where nothing is moved. */
    private static double[] rise(double... losses) {
        double middle = losses[losses.length / 2];
        return DoubleStream.of(losses).map(loss -> loss - middle).toArray();
    }

    /** The mean loss over directions of length 1, at each distance. */
    private static double[] around(Model model, Dataset data, double... steps) {
        Weights found = model.weights();
        double[] losses = new double[steps.length];
        int directions = 12;
        for (int direction = 0; direction < directions; direction++) {
            List<float[]> moves = new ArrayList<>();
            double squares = 0;
            for (String name : found.names()) {
                float[] move = Numbers.normal(1, found.get(name).length, 100L * direction + moves.size())[0];
                squares += Math.pow(Numbers.length(Numbers.doubles(move)), 2);
                moves.add(move);
            }
            double length = Math.sqrt(squares);
            for (int i = 0; i < steps.length; i++) {
                Weights moved = found;
                int at = 0;
                for (String name : found.names()) {
                    float[] values = found.get(name).clone();
                    float[] move = moves.get(at++);
                    for (int j = 0; j < values.length; j++) {
                        values[j] += (float) (steps[i] * move[j] / length);
                    }
                    moved = moved.with(name, values);
                }
                model.setWeights(moved);
                losses[i] += model.evaluate(data).loss() / directions;
            }
        }
        model.setWeights(found);
        return losses;
    }
}
