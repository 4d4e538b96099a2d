package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdversarialTraining;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.CutMix;
import io.regulus.annotations.Distill;
import io.regulus.annotations.FocalLoss;
import io.regulus.annotations.MixUp;
import io.regulus.annotations.Network;
import io.regulus.annotations.RDrop;
import io.regulus.ensemble.Ensemble;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;
import io.regulus.samples.techniques.Trained;
import io.regulus.samples.techniques.Trainer;
import io.regulus.samples.techniques.Trial;

/** What is learned from an image: other targets, other images, other losses. */
final class Objectives {
    private Objectives() {}

    static Family family() {
        return Family.of(
                "objectives",
                Technique.of(
                        "label smoothing", "@Classifier(labelSmoothing = 0.1)", Objectives_SmoothedNetModel.type()),
                Technique.of("mixup", "@MixUp(alpha = 0.2)", Objectives_MixUpNetModel.type()),
                Technique.of("cutmix", "@CutMix", Objectives_CutMixNetModel.type()),
                Technique.of("focal loss", "@FocalLoss(gamma = 2)", Objectives_FocalNetModel.type()),
                Technique.of(
                        "adversarial training",
                        "@AdversarialTraining(epsilon = 0.05)",
                        Objectives_AdversarialNetModel.type()),
                Technique.of(
                        "dropout + R-Drop",
                        "@Dropout(p = 0.5) behind the hidden layer; @RDrop",
                        Objectives_RDropNetModel.type()),
                new Technique(
                        "distillation",
                        "@Distill from a deep ensemble of 5, whose time is counted",
                        Objectives::distilled));
    }

    private static Trained distilled(Trial trial) {
        try (Ensemble<PlainNetModel> teacher = Ensembles.deep(PlainNetModel.type(), trial)) {
            return Trainer.fit(Objectives_DistilledNetModel.type(), fit -> fit.teacher(teacher::outputs))
                    .train(trial);
        }
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10, labelSmoothing = 0.1)
    @Adam
    abstract static class SmoothedNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @MixUp(alpha = 0.2)
    abstract static class MixUpNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @CutMix
    abstract static class CutMixNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @FocalLoss(gamma = 2)
    abstract static class FocalNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @AdversarialTraining(epsilon = 0.05)
    abstract static class AdversarialNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @RDrop
    abstract static class RDropNet {
        Features features;

        DropoutHead head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @Distill
    abstract static class DistilledNet {
        Features features;

        Head head;
    }
}
