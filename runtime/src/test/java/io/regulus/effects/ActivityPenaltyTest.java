package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.ActivityRegularization;
import io.regulus.annotations.Block;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.From;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Repeat;
import io.regulus.annotations.Sgd;
import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import org.junit.jupiter.api.Test;

/** What is reported of penalties on activities, against the formula in double precision. */
class ActivityPenaltyTest {
    private static final int WIDTH = 3;

    /** So small that weights stay what they are. */
    private static final double STILL = 1e-12;

    private static final float[][] ROWS = Samples.rows(11, WIDTH, 5);

    @Network(input = {WIDTH})
    @Regressor(outputs = 2)
    @Sgd(learningRate = STILL)
    abstract static class One {
        @Dense(units = 4, activation = TANH)
        @ActivityRegularization(l1 = 0.3, l2 = 0.2)
        @Dropout(p = 0.5)
        Layer hidden;

        @Dense(units = 2)
        @L2(0.1)
        Layer out;
    }

    @Network(input = {WIDTH})
    @Regressor(outputs = 2)
    @Sgd(learningRate = STILL)
    @MixedPrecision
    abstract static class Mixed {
        @Dense(units = 4, activation = TANH)
        @ActivityRegularization(l1 = 0.3, l2 = 0.2)
        Layer hidden;

        @Dense(units = 2)
        Layer out;
    }

    @Block
    abstract static class Hidden {
        @Dense(units = WIDTH, activation = TANH)
        @ActivityRegularization(l1 = 0.3, l2 = 0.2)
        Layer dense;
    }

    @Network(input = {WIDTH})
    @Sgd(learningRate = STILL)
    abstract static class Several {
        @Repeat(2)
        Hidden stage;

        @Dense(units = 3)
        @Classifier(classes = 3)
        Layer kind;

        @From("stage")
        @Dense(units = 1)
        @Regressor
        Layer size;
    }

    @Test
    void anEvaluationTellsTheMeanOverItsRowsBesideThePenaltyOfTheWeights() {
        try (ActivityPenaltyTest_OneModel model = ActivityPenaltyTest_OneModel.create()) {
            Dataset data = Dataset.of(ROWS, Samples.rows(ROWS.length, 2, 6));
            double ofWeights = model.penalty();
            assertThat(ofWeights).isGreaterThan(0);
            double expected = ofWeights + penalty(tanh(ROWS, model.weights(), "hidden"));
            assertClose(model.evaluate(data).penalty(), expected, 1e-5);
            assertClose(trained(model, data).penalty(), expected, 1e-5);
            assertClose(model.trainOnBatch(data).penalty(), expected, 1e-5);
        }
    }

    @Test
    void coefficientsOfZeroTakeItAway() {
        ActivityPenaltyTest_OneHyperparameters without = ActivityPenaltyTest_OneHyperparameters.defaults()
                .withHidden(hidden -> hidden.withActivityL1(0).withActivityL2(0));
        try (ActivityPenaltyTest_OneModel model = ActivityPenaltyTest_OneModel.create(without)) {
            Dataset data = Dataset.of(ROWS, Samples.rows(ROWS.length, 2, 6));
            assertThat(model.evaluate(data).penalty()).isEqualTo(model.penalty());
            assertThat(trained(model, data).penalty()).isWithin(1e-9).of(model.penalty());
        }
    }

    @Test
    void sixteenBitsGiveTheSameRoughly() {
        try (ActivityPenaltyTest_MixedModel model = ActivityPenaltyTest_MixedModel.create()) {
            Dataset data = Dataset.of(ROWS, Samples.rows(ROWS.length, 2, 6));
            double expected = penalty(tanh(ROWS, model.weights(), "hidden"));
            assertClose(trained(model, data).penalty(), expected, 2e-2);
            assertClose(model.evaluate(data).penalty(), expected, 2e-2);
        }
    }

    @Test
    void eachRepetitionOfABlockHasItsOwnAndSeveralOutputsShareThem() {
        try (ActivityPenaltyTest_SeveralModel model = ActivityPenaltyTest_SeveralModel.create()) {
            Dataset data = Dataset.builder()
                    .input("input", Dataset.of(ROWS).features())
                    .labels("kind", Samples.labels(ROWS.length, 3, 7))
                    .values("size", Samples.rows(ROWS.length, 1, 8))
                    .build();
            double[][] first = tanh(ROWS, model.weights(), "stage/0/dense");
            double[][] second = tanh(floats(first), model.weights(), "stage/1/dense");
            double expected = penalty(first) + penalty(second);
            assertClose(model.evaluate(data).penalty(), expected, 1e-5);
            assertClose(trained(model, data).penalty(), expected, 1e-5);
        }
    }

    /** What an epoch reports whose last batch is smaller than the others. */
    private static Evaluation trained(Model model, Dataset data) {
        return model.fit(data, Fit.epochs(1).batchSize(4).verbose(false))
                .epochs()
                .get(0)
                .training();
    }

    private static double penalty(double[][] activities) {
        double sum = 0;
        for (double[] row : activities) {
            for (double a : row) {
                sum += 0.3 * Math.abs(a) + 0.2 * a * a;
            }
        }
        return sum / activities.length;
    }

    private static double[][] tanh(float[][] rows, Weights weights, String layer) {
        float[] kernel = weights.get(layer + "/kernel");
        float[] bias = weights.get(layer + "/bias");
        double[][] outputs = new double[rows.length][bias.length];
        for (int row = 0; row < rows.length; row++) {
            for (int unit = 0; unit < bias.length; unit++) {
                double sum = bias[unit];
                for (int i = 0; i < rows[row].length; i++) {
                    sum += rows[row][i] * (double) kernel[i * bias.length + unit];
                }
                outputs[row][unit] = Math.tanh(sum);
            }
        }
        return outputs;
    }

    private static float[][] floats(double[][] values) {
        float[][] floats = new float[values.length][values[0].length];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < values[row].length; i++) {
                floats[row][i] = (float) values[row][i];
            }
        }
        return floats;
    }

    private static void assertClose(double found, double expected, double relative) {
        assertThat(found).isWithin(relative * expected).of(expected);
    }
}
