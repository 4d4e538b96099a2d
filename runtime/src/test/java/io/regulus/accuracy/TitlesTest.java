package io.regulus.accuracy;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.train.Fit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Headlines of THUCNews, 45,000 to train on and 10,000 to test on. Naive Bayes on their characters and pairs gets 88.26 %. */
@Tag("heavy")
class TitlesTest {
    private static final int SEEDS = 3;

    @Test
    void eightyNinePercentOfTheTestTitlesAreSortedRightly() {
        LabelledTitles titles = LabelledTitles.read("train45k");
        TitleGrams characters = TitleGrams.of(1, TitleGrams.CHARACTERS, titles.texts());
        TitleGrams pairs = TitleGrams.of(2, TitleGrams.PAIRS, titles.texts());
        Dataset train = titles.encode(characters, pairs);
        Dataset test = LabelledTitles.read("test").encode(characters, pairs);
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(accuracy(seed, train, test)).isAtLeast(0.89);
        }
    }

    private static double accuracy(int seed, Dataset train, Dataset test) {
        try (TitleNetModel model = TitleNetModel.create(Settings.defaults().withSeed(seed))) {
            model.fit(train, Fit.epochs(8).batchSize(64).seed(seed));
            double accuracy = model.evaluate(test).metric("accuracy");
            System.out.println("TitleNet, seed " + seed + ": " + accuracy);
            return accuracy;
        }
    }
}
