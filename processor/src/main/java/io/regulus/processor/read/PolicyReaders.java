package io.regulus.processor.read;

import io.regulus.processor.spec.AccumulationSpec;
import io.regulus.processor.spec.AdversarialSpec;
import io.regulus.processor.spec.ClippingSpec;
import io.regulus.processor.spec.ConstraintSpec;
import io.regulus.processor.spec.DataSpec;
import io.regulus.processor.spec.DistillSpec;
import io.regulus.processor.spec.DropConnectSpec;
import io.regulus.processor.spec.EmphasisSpec;
import io.regulus.processor.spec.FreezeSpec;
import io.regulus.processor.spec.LayerwiseRateDecaySpec;
import io.regulus.processor.spec.MovingAverageSpec;
import io.regulus.processor.spec.PolicySpec;
import io.regulus.processor.spec.RDropSpec;
import io.regulus.processor.spec.RateFactorSpec;
import io.regulus.processor.spec.SamSpec;
import io.regulus.processor.spec.ScheduleSpec;
import io.regulus.processor.spec.SpectralNormSpec;
import io.regulus.processor.spec.WeightNormSpec;
import java.util.Map;
import java.util.function.Function;

/** Reads the annotations that change how a network or a layer is trained; a new policy is a new entry. */
final class PolicyReaders {
    static final Map<String, Function<AnnotationUse, PolicySpec>> BY_NAME = Map.ofEntries(
            Map.entry("Freeze", use -> new FreezeSpec(use.usage())),
            Map.entry("DropConnect", use -> new DropConnectSpec(use.usage())),
            Map.entry("WeightNorm", use -> new WeightNormSpec(use.usage())),
            Map.entry(
                    "SpectralNorm",
                    use -> new SpectralNormSpec(
                            use.usage(), use.integer("powerIterations").value())),
            Map.entry("ClipByGlobalNorm", use -> new ClippingSpec(use.usage(), ClippingSpec.Kind.GLOBAL_NORM)),
            Map.entry("ClipByNorm", use -> new ClippingSpec(use.usage(), ClippingSpec.Kind.NORM)),
            Map.entry("ClipByValue", use -> new ClippingSpec(use.usage(), ClippingSpec.Kind.VALUE)),
            Map.entry("StepDecay", ScheduleReaders::stepDecay),
            Map.entry("ExponentialDecay", ScheduleReaders::exponentialDecay),
            Map.entry("CosineDecay", ScheduleReaders::cosineDecay),
            Map.entry("PolynomialDecay", ScheduleReaders::polynomialDecay),
            Map.entry("CosineRestarts", use -> new ScheduleSpec.CosineRestarts(use.usage())),
            Map.entry("OneCycle", use -> new ScheduleSpec.OneCycle(use.usage())),
            Map.entry("ReduceOnPlateau", ScheduleReaders::reduceOnPlateau),
            Map.entry("EarlyStopping", ScheduleReaders::earlyStopping),
            Map.entry("MaxNorm", use -> TrainingReaders.constraint(use, ConstraintSpec.Kind.MAX_NORM)),
            Map.entry("NonNegative", use -> TrainingReaders.constraint(use, ConstraintSpec.Kind.NON_NEGATIVE)),
            Map.entry("MinMaxNorm", use -> TrainingReaders.constraint(use, ConstraintSpec.Kind.MIN_MAX_NORM)),
            Map.entry("UnitNorm", use -> TrainingReaders.constraint(use, ConstraintSpec.Kind.UNIT_NORM)),
            Map.entry("MovingAverage", use -> new MovingAverageSpec(use.usage(), use.flag("refreshStatistics"))),
            Map.entry("StochasticWeightAveraging", TrainingReaders::weightAveraging),
            Map.entry("DecayGroup", TrainingReaders::decayGroup),
            Map.entry("LearningRateFactor", use -> new RateFactorSpec(use.usage())),
            Map.entry("LayerwiseRateDecay", use -> new LayerwiseRateDecaySpec(use.usage())),
            Map.entry("ClassWeights", TrainingReaders::classWeights),
            Map.entry("FocalLoss", use -> new EmphasisSpec.Focal(use.usage())),
            Map.entry("AdversarialTraining", use -> new AdversarialSpec(use.usage())),
            Map.entry(
                    "GradientAccumulation",
                    use -> new AccumulationSpec(
                            use.usage(), use.integer("batches").value())),
            Map.entry("RDrop", use -> new RDropSpec(use.usage())),
            Map.entry("Sam", use -> new SamSpec(use.usage())),
            Map.entry("Distill", use -> new DistillSpec(use.usage())),
            Map.entry("Standardize", use -> new DataSpec.Standardize(use.usage())),
            Map.entry("RandomFlip", DataReaders::flip),
            Map.entry("RandomCrop", DataReaders::crop),
            Map.entry("TrivialAugment", use -> new DataSpec.Trivial(use.usage())),
            Map.entry("RandomHue", use -> new DataSpec.Hue(use.usage())),
            Map.entry("RandomSaturation", use -> new DataSpec.Saturation(use.usage())),
            Map.entry("RandomTranslation", use -> new DataSpec.Translation(use.usage())),
            Map.entry("RandomErasing", use -> new DataSpec.Erasing(use.usage())),
            Map.entry("RandomRotation", use -> new DataSpec.Rotation(use.usage())),
            Map.entry("RandomBrightness", use -> new DataSpec.Brightness(use.usage())),
            Map.entry("RandomContrast", use -> new DataSpec.Contrast(use.usage())),
            Map.entry("Cutout", DataReaders::cutout),
            Map.entry("MixUp", DataReaders::mixUp),
            Map.entry("CutMix", use -> new DataSpec.CutMix(use.usage())));

    private PolicyReaders() {}
}
