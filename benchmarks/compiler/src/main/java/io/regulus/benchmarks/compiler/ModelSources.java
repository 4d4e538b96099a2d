package io.regulus.benchmarks.compiler;

import java.util.List;

/** Writes model classes: perceptrons, convolutional networks, regressions and residual networks, six layers each. */
final class ModelSources {
    private static final List<String> ACTIVATIONS = List.of("RELU", "ELU", "TANH", "GELU", "SILU");
    private static final List<String> PENALTIES =
            List.of("@L2(1e-4)", "@L1(1e-5)", "@ElasticNet(l1 = 1e-5, l2 = 1e-4)", "@L2(0.001)");
    private static final List<String> OPTIMIZERS = List.of(
            "@Adam(learningRate = 1e-3)",
            "@Sgd(learningRate = 0.05, momentum = 0.9)",
            "@RmsProp(learningRate = 1e-3)",
            "@Adam");

    private ModelSources() {}

    /** The class with a number; neighbours differ in kind, those of a kind in their numbers. */
    static Source number(int number) {
        String name = "Net" + number;
        String body = switch (number % 4) {
            case 0 -> perceptron(number);
            case 1 -> convolutional(number);
            case 2 -> regression(number);
            default -> residual(number);
        };
        String text = """
                package models;

                import io.regulus.annotations.*;

                %sabstract class %s {
                %s}
                """.formatted(header(number), name, body);
        return new Source(name, text);
    }

    private static String header(int number) {
        String task = switch (number % 4) {
            case 0 -> "@Network(input = {" + (16 + number % 48) + "})\n@BinaryClassifier\n";
            case 1 -> "@Network(input = {28, 28, 1})\n@Classifier(classes = 10, labelSmoothing = 0.1)\n";
            case 2 -> "@Network(input = {" + (8 + number % 24) + "})\n@Regressor\n";
            default -> "@Network(input = {16, 16, 3})\n@Classifier(classes = 5)\n";
        };
        return task + pick(OPTIMIZERS, number / 4) + "\n" + pick(PENALTIES, number / 3) + "\n";
    }

    private static String perceptron(int number) {
        String activation = activation(number);
        return """
                  @Dense(units = %1$d, %2$s) Layer hidden1;
                  @Dropout(p = 0.2) Layer drop1;
                  @Dense(units = %1$d, %2$s) Layer hidden2;
                  @Dense(units = 32, %2$s) @L2(1e-3) Layer hidden3;
                  @Dropout(p = 0.3) Layer drop2;
                  @Dense(units = 1) @ExcludeFromDecay Layer output;
                """.formatted(48 + number % 64, activation);
    }

    private static String convolutional(int number) {
        String activation = activation(number);
        return """
                  @Conv2D(filters = %1$d, kernel = 3, %2$s) @BatchNorm @MaxPool2D Layer block1;
                  @Conv2D(filters = %3$d, kernel = 3, %2$s) @BatchNorm @MaxPool2D Layer block2;
                  @Flatten Layer flat;
                  @Dense(units = 128, %2$s) @Dropout(p = 0.5) Layer head1;
                  @Dense(units = 64, %2$s) @Dropout(p = 0.3) Layer head2;
                  @Dense(units = 10) @ExcludeFromDecay Layer logits;
                """.formatted(16 + number % 16, activation, 32 + number % 32);
    }

    private static String regression(int number) {
        String activation = activation(number);
        return """
                  @Dense(units = %1$d, %2$s) Layer hidden1;
                  @Dense(units = %1$d, %2$s) Layer hidden2;
                  @Dense(units = %1$d, %2$s) Layer hidden3;
                  @Dense(units = 16, %2$s) Layer hidden4;
                  @Dense(units = 8, %2$s) @Dropout(p = 0.1) Layer hidden5;
                  @Dense(units = 1) Layer output;
                """.formatted(24 + number % 40, activation);
    }

    private static String residual(int number) {
        String activation = activation(number);
        return """
                  @Conv2D(filters = %1$d, kernel = 3, padding = Padding.SAME, %2$s) Layer stem;
                  @Conv2D(filters = %1$d, kernel = 3, padding = Padding.SAME, %2$s) Layer inner;
                  @Conv2D(filters = %1$d, kernel = 3, padding = Padding.SAME) Layer outer;
                  @Add @From({"stem", "outer"}) @Activation(ActivationFunction.RELU) Layer joined;
                  @GlobalAvgPool2D Layer pooled;
                  @Dense(units = 5) Layer logits;
                """.formatted(8 + number % 24, activation);
    }

    private static String activation(int number) {
        return "activation = ActivationFunction." + pick(ACTIVATIONS, number / 5);
    }

    private static String pick(List<String> choices, int number) {
        return choices.get(number % choices.size());
    }
}
