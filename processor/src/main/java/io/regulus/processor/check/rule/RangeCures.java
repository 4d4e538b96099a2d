package io.regulus.processor.check.rule;

import io.regulus.annotations.Interval;
import io.regulus.processor.spec.BlockWidth;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.Usage;
import java.util.Map;

/** What to write instead of a number that is out of range. */
final class RangeCures {
    /** Cures by element, or by annotation and element where an element's name alone does not say enough. */
    private static final Map<String, String> CURES = Map.ofEntries(
            Map.entry("Dropout.p", "Write p = 0.5 to drop half of the units."),
            Map.entry("dropout", "Write dropout = 0.1 for a mild one, 0 for none."),
            Map.entry("maxWavelength", "Leave maxWavelength out for the usual 10000."),
            Map.entry("SpatialDropout.p", "Write p = 0.2 to drop a fifth of the channels."),
            Map.entry("AlphaDropout.p", "Write p = 0.1 to drop a tenth of the units."),
            Map.entry("GaussianDropout.p", "Write p = 0.5 for a deviation of 1, 0.2 for one of 0.5."),
            Map.entry("DropConnect.p", "Write p = 0.5 to drop half of the weights."),
            Map.entry("DropPath.p", "Write p = 0.1 to drop the branch for a tenth of the rows."),
            Map.entry("stddev", "Write stddev = 0.1 for a tenth of the usual spread, 0 for none."),
            Map.entry("BatchNorm.momentum", "Write momentum = 0.99 to keep that share of the old statistic."),
            Map.entry("Activation.negativeSlope", "Write negativeSlope = 0.2 for a gentle slope."),
            Map.entry("Classifier.classes", "Two classes are the least; for yes or no there is @BinaryClassifier."),
            Map.entry("Network.input", "Write each dimension as it is, without the batch: {28, 28, 1}."),
            Map.entry("Input.shape", "Write each dimension as it is, without the batch: {28, 28, 1}."),
            Map.entry("Input.scale", "Write scale = 1.0 / 255 for the bytes of an image."),
            Map.entry("L1.value", "Write 1e-4 for a mild penalty, 0 for none."),
            Map.entry("L2.value", "Write 1e-4 for a mild penalty, 0 for none."),
            Map.entry("Orthogonal.value", "Write 0.01 for a mild penalty, 0 for none."),
            Map.entry("ActivityRegularization.l1", "Write l1 = 1e-4 for a mild penalty, 0 for none."),
            Map.entry("ActivityRegularization.l2", "Write l2 = 1e-4 for a mild penalty, 0 for none."),
            Map.entry("ElasticNet.l1", "Write l1 = 1e-4 for a mild penalty, 0 for none."),
            Map.entry("ElasticNet.l2", "Write l2 = 1e-4 for a mild penalty, 0 for none."),
            Map.entry(
                    "LearningRateFactor.value",
                    "Write 0.1 for a tenth of the rate; what is not to be trained at all takes @Freeze."),
            Map.entry("MaxNorm.value", "Write 3 for the usual limit beside dropout."),
            Map.entry("MinMaxNorm.min", "Write min = 0 for no least norm."),
            Map.entry("MinMaxNorm.max", "Write max = 1, the usual largest norm."),
            Map.entry("MinMaxNorm.rate", "Write rate = 1 to hold the limits in every step."),
            Map.entry("MovingAverage.decay", "Write decay = 0.999 to look back on about a thousand steps."),
            Map.entry("LayerwiseRateDecay.value", "Write 0.9 for nine tenths of the rate of the layer above."),
            Map.entry("FocalLoss.gamma", "Write gamma = 2, the paper's, or 0 for cross-entropy."),
            Map.entry(
                    "AdversarialTraining.epsilon", "Write epsilon = 0.1 for a tenth of the range of pixels in [0, 1]."),
            Map.entry(
                    "AdversarialTraining.weight",
                    "Write weight = 0.5 for as much as the loss on the inputs as they are."),
            Map.entry(
                    "GradientAccumulation.batches",
                    "Write batches = 4 for one update from four batches, 1 for one from each."),
            Map.entry("Sam.rho", "Write rho = 0.05, the paper's, or 0 for a step without a second run."),
            Map.entry("RDrop.alpha", "Write alpha = 1 to start with, 0 for one run."),
            Map.entry("Distill.temperature", "Write temperature = 2, or 1 for the probabilities as they are."),
            Map.entry("Distill.alpha", "Write alpha = 0.5 for as much as the labels."),
            Map.entry("MixUp.alpha", "Write alpha = 0.2 for mostly small shares of the partner, 0 for no mixing."),
            Map.entry("CutMix.alpha", "Write alpha = 1 for boxes of any size, 0 for no mixing."),
            Map.entry("RandomRotation.degrees", "Write degrees = 15 for a mild rotation."),
            Map.entry("RandomContrast.factor", "Write factor = 0.2 for a mild change."),
            Map.entry("learningRate", "Write learningRate = 0.001 to start with."),
            Map.entry("weightDecay", "Write weightDecay = 0.004 for a mild decay, 0 for none."),
            Map.entry("labelSmoothing", "Write labelSmoothing = 0.1 for a mild smoothing, 0 for none."),
            Map.entry("momentum", "Write momentum = 0.9 for the usual one, 0 for none."),
            Map.entry("beta1", "Write beta1 = 0.9, the usual one."),
            Map.entry("beta2", "Write beta2 = 0.999, the usual one."),
            Map.entry("momentumDecay", "Write momentumDecay = 1 for Keras's, 0.004 for PyTorch's."),
            Map.entry("initialAccumulator", "Write initialAccumulator = 0.1, the usual one."),
            Map.entry("everyEpochs", "Write everyEpochs = 1 to average the weights of every epoch."),
            Map.entry("rateFactor", "Write rateFactor = 0.5 for half of the rate, 0 for what the schedule says."),
            Map.entry("power", "Write power = 1 for a straight line, 2 for a decay that slows down."),
            Map.entry("tMul", "Write tMul = 2 for runs that double, 1 for runs of one length."),
            Map.entry("mMul", "Write mMul = 1 to start every run at the whole rate."),
            Map.entry("rho", "Write rho = 0.9, the usual one."),
            Map.entry("epsilon", "Leave epsilon out for the default."));

    private RangeCures() {}

    static String cure(Usage usage, NumberUse number) {
        if (BlockWidth.isShare(number.value())) {
            return "Block.WIDTH stands for the width of a block's input: in a size of a layer of the block, such as units, filters, groups or heads.";
        }
        String byElement = CURES.getOrDefault(number.element(), anyCure(number));
        return CURES.getOrDefault(usage.annotation() + "." + number.element(), byElement);
    }

    private static String anyCure(NumberUse number) {
        Interval range = number.range();
        String least = number.integral() ? Long.toString((long) range.min()) : NumberUse.shortText(range.min());
        return range.minIncluded() ? "Write " + least + " or more." : "Write a number above " + least + ".";
    }
}
