package io.regulus.samples.techniques.fashion;

import io.regulus.samples.techniques.Suite;
import io.regulus.samples.techniques.Technique;
import java.util.List;

/** All that is compared on Fashion-MNIST. */
public final class FashionSuite {
    private FashionSuite() {}

    /** Every technique that stands on a network of this kind. */
    public static Suite suite() {
        return new Suite(
                "techniques",
                "convolutions 16 and 32 of 3 x 3, each pooled, dense 128, 10 classes; Adam 0.001",
                Technique.of("baseline", "no regularisation", PlainNetModel.type()),
                List.of(
                        Penalties.family(),
                        Noise.family(),
                        Norms.family(),
                        Augmentation.family(),
                        Objectives.family(),
                        Steps.family(),
                        Optimizers.family(),
                        Ensembles.family(),
                        Combinations.family()));
    }
}
