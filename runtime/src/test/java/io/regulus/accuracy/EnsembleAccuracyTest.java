package io.regulus.accuracy;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.ensemble.Ensemble;
import io.regulus.ensemble.Members;
import io.regulus.files.IdxFiles;
import io.regulus.testing.PublicData;
import io.regulus.train.Fit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ensembles of the README's network on the first 5,000 images of Fashion-MNIST: each is better than its members are in the mean. */
@Tag("heavy")
class EnsembleAccuracyTest {
    private static final int MEMBERS = 4;
    private static final Fit FIT = Fit.epochs(6).verbose(false);

    private final Dataset train = read("train").take(5_000);
    private final Dataset test = read("t10k");
    private final Members<FashionNetModel> members = Ensemble.of(MEMBERS, FashionNetModel.type());

    @Test
    void seeds() {
        assertBetter("seeds", members.seeds(train, FIT), 0.008);
    }

    @Test
    void bagging() {
        assertBetter("bagging", members.bagging(train, FIT), 0.01);
    }

    @Test
    void snapshots() {
        assertBetter(
                "snapshots", members.snapshots(train, Fit.epochs(6 * MEMBERS).verbose(false)), 0.003);
    }

    /** Members of later rounds are trained for the rows that others are wrong for. */
    @Test
    void boosting() {
        assertBetter("boosting", members.boosting(train, FIT, 1), 0.005);
    }

    private void assertBetter(String how, Ensemble<FashionNetModel> trained, double by) {
        try (Ensemble<FashionNetModel> ensemble = trained) {
            double mean = ensemble.members().stream()
                    .mapToDouble(member -> member.evaluate(test).metric("accuracy"))
                    .average()
                    .orElseThrow();
            double together = ensemble.evaluate(test).metric("accuracy");
            System.out.printf(
                    "%s: members %.4f, ensemble %.4f, out of bag %s%n", how, mean, together, ensemble.outOfBag());
            assertWithMessage(how).that(together).isAtLeast(mean + by);
        }
    }

    private static Dataset read(String part) {
        return IdxFiles.read(
                PublicData.require("fashion_mnist/" + part + "-images-idx3-ubyte.gz"),
                PublicData.require("fashion_mnist/" + part + "-labels-idx1-ubyte.gz"));
    }
}
