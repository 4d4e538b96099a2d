package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adagrad;
import io.regulus.annotations.Adam;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.Lamb;
import io.regulus.annotations.Lion;
import io.regulus.annotations.Nadam;
import io.regulus.annotations.Network;
import io.regulus.annotations.RmsProp;
import io.regulus.annotations.Sgd;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;

/** Other optimizers than Adam, at rates that are usual for them. */
final class Optimizers {
    private Optimizers() {}

    static Family family() {
        return Family.of(
                "optimizers",
                Technique.of("SGD", "@Sgd(learningRate = 0.1)", Optimizers_SgdNetModel.type()),
                Technique.of(
                        "momentum", "@Sgd(learningRate = 0.02, momentum = 0.9)", Optimizers_MomentumNetModel.type()),
                Technique.of(
                        "Nesterov",
                        "@Sgd(learningRate = 0.02, momentum = 0.9, nesterov = true)",
                        Optimizers_NesterovNetModel.type()),
                Technique.of("RMSprop", "@RmsProp", Optimizers_RmsPropNetModel.type()),
                Technique.of("AMSGrad", "@Adam(amsgrad = true)", Optimizers_AmsgradNetModel.type()),
                Technique.of("Nadam", "@Nadam", Optimizers_NadamNetModel.type()),
                Technique.of("Lion", "@Lion(learningRate = 1e-4)", Optimizers_LionNetModel.type()),
                Technique.of("LAMB", "@Lamb(learningRate = 5e-3)", Optimizers_LambNetModel.type()),
                Technique.of("Adagrad", "@Adagrad(learningRate = 0.02)", Optimizers_AdagradNetModel.type()));
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.1)
    abstract static class SgdNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.9)
    abstract static class MomentumNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Sgd(learningRate = 0.02, momentum = 0.9, nesterov = true)
    abstract static class NesterovNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @RmsProp
    abstract static class RmsPropNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam(amsgrad = true)
    abstract static class AmsgradNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Nadam
    abstract static class NadamNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Lion(learningRate = 1e-4)
    abstract static class LionNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Lamb(learningRate = 5e-3)
    abstract static class LambNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adagrad(learningRate = 0.02)
    abstract static class AdagradNet {
        Features features;

        Head head;
    }
}
