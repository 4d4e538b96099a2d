package io.regulus.samples.techniques.fashion;

import io.regulus.annotations.Adam;
import io.regulus.annotations.AdamW;
import io.regulus.annotations.Classifier;
import io.regulus.annotations.ClipByGlobalNorm;
import io.regulus.annotations.ClipByNorm;
import io.regulus.annotations.ClipByValue;
import io.regulus.annotations.CosineDecay;
import io.regulus.annotations.CosineRestarts;
import io.regulus.annotations.EarlyStopping;
import io.regulus.annotations.ExponentialDecay;
import io.regulus.annotations.GradientAccumulation;
import io.regulus.annotations.MovingAverage;
import io.regulus.annotations.Network;
import io.regulus.annotations.OneCycle;
import io.regulus.annotations.PolynomialDecay;
import io.regulus.annotations.ReduceOnPlateau;
import io.regulus.annotations.Sam;
import io.regulus.annotations.StepDecay;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;
import io.regulus.samples.techniques.Trained;
import io.regulus.samples.techniques.Trainer;
import io.regulus.samples.techniques.Trial;
import io.regulus.train.Fit;
import io.regulus.train.MagnitudePruning;

/** The step and the fit: clipping, decay, averages of weights, schedules, an early end. */
final class Steps {
    private Steps() {}

    static Family family() {
        return Family.of(
                "steps",
                Technique.of("clipping by global norm", "@ClipByGlobalNorm(1)", Steps_ClipGlobalNetModel.type()),
                Technique.of("clipping by norm", "@ClipByNorm(0.5)", Steps_ClipNormNetModel.type()),
                Technique.of("SAM", "@Sam(rho = 0.05)", Steps_SamNetModel.type()),
                Technique.of(
                        "gradient accumulation",
                        "@GradientAccumulation(batches = 4)",
                        Steps_AccumulatedNetModel.type()),
                Technique.of("clipping by value", "@ClipByValue(0.05)", Steps_ClipValueNetModel.type()),
                Technique.of("AdamW", "@AdamW, weight decay 0.004", Steps_AdamWNetModel.type()),
                Technique.of("AdamW 0.1", "@AdamW(weightDecay = 0.1)", Steps_StrongAdamWNetModel.type()),
                Technique.of("moving average (EMA)", "@MovingAverage(decay = 0.99)", Steps_AverageNetModel.type()),
                Technique.of(
                        "stochastic weight averaging (SWA)",
                        "@StochasticWeightAveraging(startEpoch = 22)",
                        Steps_SwaNetModel.type()),
                Technique.of("step decay", "@StepDecay(at = {15, 23})", Steps_StepDecayNetModel.type()),
                Technique.of(
                        "exponential decay", "@ExponentialDecay(factor = 0.9)", Steps_ExponentialDecayNetModel.type()),
                Technique.of("polynomial decay", "@PolynomialDecay, to 0", Steps_PolynomialDecayNetModel.type()),
                Technique.of("cosine decay", "@CosineDecay, to 0", Steps_CosineDecayNetModel.type()),
                Technique.of(
                        "cosine restarts",
                        "@CosineRestarts(firstEpochs = 2): ends after 2, 6, 14, 30 epochs",
                        Steps_CosineRestartsNetModel.type()),
                Technique.of("one cycle", "@Adam(learningRate = 3e-3); @OneCycle", Steps_OneCycleNetModel.type()),
                Technique.of(
                        "reduce on plateau",
                        "@ReduceOnPlateau(patience = 3); a tenth of the rows to validate on",
                        Steps_PlateauNetModel.type(),
                        Steps::validated),
                Technique.of(
                        "early stopping",
                        "@EarlyStopping(patience = 4); a tenth of the rows to validate on",
                        Steps_EarlyStoppingNetModel.type(),
                        Steps::validated),
                new Technique(
                        "pruning to 0.8",
                        "MagnitudePruning.to(0.8) in the second third of the steps, layer by layer",
                        trial -> pruned(trial, MagnitudePruning.to(0.8))),
                new Technique(
                        "pruning to 0.95",
                        "MagnitudePruning.to(0.95) in the second third of the steps, layer by layer",
                        trial -> pruned(trial, MagnitudePruning.to(0.95))),
                new Technique(
                        "pruning to 0.95 across layers",
                        "the same, acrossLayers()",
                        trial -> pruned(trial, MagnitudePruning.to(0.95).acrossLayers())));
    }

    /** A third of the steps before the pruning, and a third behind it for what is left to recover. */
    private static Trained pruned(Trial trial, MagnitudePruning sparse) {
        long steps = (long) trial.epochs() * ((trial.train().size() + trial.batch() - 1) / trial.batch());
        MagnitudePruning pruning = sparse.between(steps / 3, 2 * steps / 3).every(20);
        return Trainer.fit(PlainNetModel.type(), fit -> fit.callback(pruning)).train(trial);
    }

    /** The validation rows are taken from the training rows: whoever watches them has fewer to learn from. */
    private static Fit validated(Fit fit) {
        return fit.validationSplit(0.1);
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ClipByGlobalNorm(1)
    abstract static class ClipGlobalNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ClipByNorm(0.5)
    abstract static class ClipNormNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ClipByValue(0.05)
    abstract static class ClipValueNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @AdamW
    abstract static class AdamWNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @AdamW(weightDecay = 0.1)
    abstract static class StrongAdamWNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @MovingAverage(decay = 0.99)
    abstract static class AverageNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @StochasticWeightAveraging(startEpoch = 22)
    abstract static class SwaNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @StepDecay(at = {15, 23})
    abstract static class StepDecayNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ExponentialDecay(factor = 0.9)
    abstract static class ExponentialDecayNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @PolynomialDecay
    abstract static class PolynomialDecayNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @CosineDecay
    abstract static class CosineDecayNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @CosineRestarts(firstEpochs = 2)
    abstract static class CosineRestartsNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam(learningRate = 3e-3)
    @OneCycle
    abstract static class OneCycleNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @ReduceOnPlateau(patience = 3)
    abstract static class PlateauNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @EarlyStopping(patience = 4)
    abstract static class EarlyStoppingNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @Sam
    abstract static class SamNet {
        Features features;

        Head head;
    }

    @Network(input = {28, 28, 1})
    @Classifier(classes = 10)
    @Adam
    @GradientAccumulation(batches = 4)
    abstract static class AccumulatedNet {
        Features features;

        Head head;
    }
}
