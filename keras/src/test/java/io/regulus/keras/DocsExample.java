package io.regulus.keras;

import static io.regulus.annotations.ActivationFunction.RELU;
import static io.regulus.annotations.ActivationFunction.TANH;

import io.regulus.annotations.BatchNorm;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Conv2D;
import io.regulus.annotations.Dense;
import io.regulus.annotations.DepthwiseConv2D;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.GroupNorm;
import io.regulus.annotations.Layer;
import io.regulus.annotations.LayerNorm;
import io.regulus.annotations.MaxPool2D;
import io.regulus.annotations.Network;
import io.regulus.annotations.SeparableConv2D;
import io.regulus.annotations.Sgd;
import io.regulus.interchange.ImportReport;
import java.nio.file.Path;

/** What docs/interchange.md shows, as a program: it reads {@code net.keras} where it runs. */
final class DocsExample {
    private DocsExample() {}

    /** As {@link KerasModels.Image}, with the first name of the example. */
    @Network(input = {8, 7, 2})
    @Classifier(classes = 3)
    @Sgd
    abstract static class Net {
        @Conv2D(
                filters = 4,
                kernel = {3, 2},
                activation = RELU)
        @BatchNorm
        @MaxPool2D
        Layer block1;

        @DepthwiseConv2D(kernel = 2, depthMultiplier = 2, activation = TANH)
        Layer deep;

        @SeparableConv2D(filters = 3, kernel = 1, depthMultiplier = 2)
        Layer separable;

        @Dense(units = 6, activation = TANH, useBias = true)
        @LayerNorm(epsilon = 1e-3)
        @Dropout(p = 0.3)
        Layer fc1;

        @Dense(units = 5, activation = TANH, useBias = true)
        @GroupNorm(groups = 1)
        Layer fc2;

        @Dense(units = 3)
        Layer logits;
    }

    public static void main(String[] args) {
        try (DocsExample_NetModel model = DocsExample_NetModel.create()) {
            // regulus-keras
            ImportReport report = KerasWeights.load(
                    model,
                    Path.of("net.keras"),
                    KerasWeights.KERAS
                            .rename("block1", "conv2d")
                            .rename("block1/norm", "batch_normalization")
                            .requireAll());
            System.out.println(report);
            System.out.println("complete: " + report.complete());
        }
    }
}
