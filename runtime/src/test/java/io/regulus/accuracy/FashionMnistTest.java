package io.regulus.accuracy;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.data.IdxFiles;
import io.regulus.testing.PublicData;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The README's network on the whole of Fashion-MNIST. */
@Tag("heavy")
class FashionMnistTest {
    @Test
    void fiveEpochsGiveNinetyPercentAndTheSameSeedTheSameDigits() {
        Dataset train = read("train");
        Dataset test = read("t10k");
        Evaluation once = trained(train, test);
        assertThat(once.metric("accuracy")).isAtLeast(0.90);
        assertThat(trained(train, test)).isEqualTo(once);
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
