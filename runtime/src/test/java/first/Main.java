package first;

import io.regulus.data.Dataset;
import io.regulus.model.HtmlReport;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.Random;

final class Main {
    public static void main(String[] arguments) {
        Dataset train = spirals(1_000, 1);
        Dataset test = spirals(1_000, 2);
        try (SpiralsModel model = SpiralsModel.create()) {
            System.out.println(model.summary());
            HtmlReport report = HtmlReport.of(model, Path.of("run.html"));
            model.fit(train, Fit.epochs(20).validateOn(test).callback(report));
            report.test(test);
            Evaluation result = model.evaluate(test);
            System.out.println("right of 1,000 new points: " + Math.round(1000 * result.metric("accuracy")));
            model.save(Path.of("spirals"));
        }
        try (SpiralsModel model = SpiralsModel.load(Path.of("spirals"))) {
            float[] probabilities = model.predict(new float[][] {{1, 0}})[0];
            System.out.println("the point (1, 0) is of the second arm with probability " + probabilities[1]);
        }
    }

    /** Points of two spiral arms, the second half a turn behind the first, with some noise. */
    private static Dataset spirals(int count, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[count][];
        int[] arms = new int[count];
        for (int i = 0; i < count; i++) {
            arms[i] = i % 2;
            double distance = 0.2 + 1.8 * random.nextDouble();
            double angle = 3 * distance + Math.PI * arms[i];
            points[i] = new float[] {
                (float) (distance * Math.cos(angle) + 0.05 * random.nextGaussian()),
                (float) (distance * Math.sin(angle) + 0.05 * random.nextGaussian())
            };
        }
        return Dataset.of(points, arms);
    }
}
