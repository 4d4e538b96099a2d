package io.regulus.accuracy;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.files.IdxFiles;
import io.regulus.model.Model;
import io.regulus.testing.PublicData;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's network, and a residual one, on the whole of Fashion-MNIST. */
@Tag("heavy")
class FashionMnistTest {
    private static final int SEEDS = 3;

    @Test
    void fiveEpochsGiveNinetyPercentAndTheSameSeedTheSameDigits() {
        Dataset train = read("train");
        Dataset test = read("t10k");
        Evaluation once = trained(train, test);
        assertThat(once.metric("accuracy")).isAtLeast(0.90);
        assertThat(trained(train, test)).isEqualTo(once);
    }

    /** One run differs from another by some tenths of a point whatever the numbers are kept in: the means of three are compared. */
    @Test
    void mixedPrecisionIsAsAccurate() {
        Dataset train = read("train");
        Dataset test = read("t10k");
        double float32 = 0;
        double mixed = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Settings settings = Settings.defaults().withSeed(seed);
            float32 += accuracy(FashionNetModel.create(settings), Fit.epochs(5), train, test) / SEEDS;
            mixed += accuracy(MixedFashionNetModel.create(settings), Fit.epochs(5), train, test) / SEEDS;
        }
        assertThat(mixed).isWithin(0.003).of(float32);
    }

    @Test
    void tenEpochsOfAResidualNetworkGiveNinetyTwoAndAHalfPercent() {
        Fit fit = Fit.epochs(10).batchSize(128);
        assertThat(accuracy(FashionResNetModel.create(), fit, read("train"), read("t10k")))
                .isAtLeast(0.925);
    }

    private static double accuracy(Model created, Fit fit, Dataset train, Dataset test) {
        try (Model model = created) {
            model.fit(train, fit);
            double accuracy = model.evaluate(test).metric("accuracy");
            System.out.println(model.getClass().getSimpleName() + ": " + accuracy);
            return accuracy;
        }
    }

    private static Dataset read(String part) {
        return IdxFiles.read(
                PublicData.require("fashion_mnist/" + part + "-images-idx3-ubyte.gz"),
                PublicData.require("fashion_mnist/" + part + "-labels-idx1-ubyte.gz"));
    }

    private static Evaluation trained(Dataset train, Dataset test) {
        try (FashionNetModel model = FashionNetModel.create()) {
            model.fit(train, Fit.epochs(5).batchSize(32).validateOn(test));
            return model.evaluate(test);
        }
    }
}
