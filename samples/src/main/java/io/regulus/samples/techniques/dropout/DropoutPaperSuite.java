package io.regulus.samples.techniques.dropout;

import io.regulus.annotations.AcceptAdvice;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.L2;
import io.regulus.annotations.MaxNorm;
import io.regulus.annotations.MixedPrecision;
import io.regulus.annotations.Network;
import io.regulus.annotations.PolynomialDecay;
import io.regulus.annotations.Sgd;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Suite;
import io.regulus.samples.techniques.Technique;
import java.util.List;

/**
 * The rows of table 9 that Regulus has annotations for. The paper found L2 1.62 % of errors, max-norm 1.35, dropout and L2 1.25, dropout and
 * max-norm 1.05, with all rows, more steps, and coefficients chosen on validation data. In bfloat16, which takes about 0.6 of the time where the
 * processor has it.
 */
public final class DropoutPaperSuite {
    private DropoutPaperSuite() {}

    /** The rows. */
    public static Suite suite() {
        return new Suite(
                "dropout-paper",
                "784-1024-1024-2048-10, ReLU; SGD 0.02 falling to 0, momentum 0.95; mixed precision",
                Technique.of("L2", "@L2(1e-4)", DropoutPaperSuite_L2NetModel.type()),
                List.of(
                        Family.of(
                                "without dropout",
                                Technique.of("none", "no regularisation", DropoutPaperSuite_PlainNetModel.type()),
                                Technique.of("max-norm", "@MaxNorm(2)", DropoutPaperSuite_MaxNormNetModel.type())),
                        Family.of(
                                "with dropout",
                                Technique.of(
                                        "dropout",
                                        "0.2 of the pixels, 0.5 of the units",
                                        DropoutPaperSuite_DropoutNetModel.type()),
                                Technique.of(
                                        "dropout + L2",
                                        "the same, @L2(1e-5)",
                                        DropoutPaperSuite_DropoutL2NetModel.type()),
                                Technique.of(
                                        "dropout + max-norm",
                                        "the same, @MaxNorm(2)",
                                        DropoutPaperSuite_DropoutMaxNormNetModel.type()))));
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    @L2(1e-4)
    abstract static class L2Net {
        PaperLayers body;
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    abstract static class PlainNet {
        PaperLayers body;
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    @MaxNorm(2)
    abstract static class MaxNormNet {
        PaperLayers body;
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    @AcceptAdvice("RG104")
    abstract static class DropoutNet {
        DroppedLayers body;
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    @L2(1e-5)
    @AcceptAdvice("RG104")
    abstract static class DropoutL2Net {
        DroppedLayers body;
    }

    @Network(input = 784)
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.95)
    @PolynomialDecay
    @MixedPrecision
    @MaxNorm(2)
    @AcceptAdvice("RG104")
    abstract static class DropoutMaxNormNet {
        DroppedLayers body;
    }
}
