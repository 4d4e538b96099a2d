package io.regulus.processor.check;

import io.regulus.processor.check.advice.ActivationOnOutput;
import io.regulus.processor.check.advice.Advice;
import io.regulus.processor.check.advice.AdviceRule;
import io.regulus.processor.check.advice.AlphaDropoutWithoutSelu;
import io.regulus.processor.check.advice.AttentionWithoutPositions;
import io.regulus.processor.check.advice.BiasBeforeNorm;
import io.regulus.processor.check.advice.CausalCrossAttention;
import io.regulus.processor.check.advice.CycleCutShort;
import io.regulus.processor.check.advice.DecayOfUnitNorm;
import io.regulus.processor.check.advice.DropoutBeforeNorm;
import io.regulus.processor.check.advice.DropoutOnOutput;
import io.regulus.processor.check.advice.DropoutPlace;
import io.regulus.processor.check.advice.InputTechniques;
import io.regulus.processor.check.advice.L2BesideDecay;
import io.regulus.processor.check.advice.LinearFeedForward;
import io.regulus.processor.check.advice.LinearLayers;
import io.regulus.processor.check.advice.MaskUse;
import io.regulus.processor.check.advice.NoisePlace;
import io.regulus.processor.check.advice.NormAfterRecurrent;
import io.regulus.processor.check.advice.NothingToDrop;
import io.regulus.processor.check.advice.PatienceBeyondStop;
import io.regulus.processor.check.advice.SeluInitializer;
import io.regulus.processor.check.advice.SmallMixedPrecision;
import io.regulus.processor.check.advice.StrongDropout;
import io.regulus.processor.check.advice.UntrainedOutput;
import io.regulus.processor.check.advice.UnusualCoefficient;
import io.regulus.processor.check.advice.WeightNormBeforeNorm;
import io.regulus.processor.check.rule.AcceptedAdviceRule;
import io.regulus.processor.check.rule.ActivationTwiceRule;
import io.regulus.processor.check.rule.ActivityPenaltyRule;
import io.regulus.processor.check.rule.AdversarialRule;
import io.regulus.processor.check.rule.AttentionInputsRule;
import io.regulus.processor.check.rule.CausalPaddingRule;
import io.regulus.processor.check.rule.ConstraintRule;
import io.regulus.processor.check.rule.DataPlaceRule;
import io.regulus.processor.check.rule.DataShapeRule;
import io.regulus.processor.check.rule.DecayGroupRule;
import io.regulus.processor.check.rule.DecayPatternRule;
import io.regulus.processor.check.rule.DeltaRule;
import io.regulus.processor.check.rule.DilationRule;
import io.regulus.processor.check.rule.DirectionsRule;
import io.regulus.processor.check.rule.DollarNameRule;
import io.regulus.processor.check.rule.DropConnectRule;
import io.regulus.processor.check.rule.EmbeddingRule;
import io.regulus.processor.check.rule.EmphasisRule;
import io.regulus.processor.check.rule.ExclusionConflictRule;
import io.regulus.processor.check.rule.ExclusionTargetRule;
import io.regulus.processor.check.rule.FieldTypeRule;
import io.regulus.processor.check.rule.ForgetBiasRule;
import io.regulus.processor.check.rule.FreezeRule;
import io.regulus.processor.check.rule.GeneratedTypesRule;
import io.regulus.processor.check.rule.GenericClassRule;
import io.regulus.processor.check.rule.InheritedLayersRule;
import io.regulus.processor.check.rule.InnerClassRule;
import io.regulus.processor.check.rule.InputAloneRule;
import io.regulus.processor.check.rule.InputShapeRule;
import io.regulus.processor.check.rule.InputsRule;
import io.regulus.processor.check.rule.KeywordNameRule;
import io.regulus.processor.check.rule.KindRule;
import io.regulus.processor.check.rule.LayersRule;
import io.regulus.processor.check.rule.LossWeightRule;
import io.regulus.processor.check.rule.MergeRule;
import io.regulus.processor.check.rule.MonitorRule;
import io.regulus.processor.check.rule.NamesClashRule;
import io.regulus.processor.check.rule.NesterovRule;
import io.regulus.processor.check.rule.OneOptimizerRule;
import io.regulus.processor.check.rule.OnePolicyRule;
import io.regulus.processor.check.rule.OperationRule;
import io.regulus.processor.check.rule.OrthogonalRule;
import io.regulus.processor.check.rule.OutputRule;
import io.regulus.processor.check.rule.PenaltiesConflictRule;
import io.regulus.processor.check.rule.PenaltyTargetRule;
import io.regulus.processor.check.rule.PrivateClassRule;
import io.regulus.processor.check.rule.RangeRule;
import io.regulus.processor.check.rule.RateFactorRule;
import io.regulus.processor.check.rule.RefreshRule;
import io.regulus.processor.check.rule.ReservedNameRule;
import io.regulus.processor.check.rule.RowsRule;
import io.regulus.processor.check.rule.SharedWeightsRule;
import io.regulus.processor.check.rule.SlopeRule;
import io.regulus.processor.check.rule.SlotRule;
import io.regulus.processor.check.rule.StepDecayRule;
import io.regulus.processor.check.rule.TasksRule;
import io.regulus.processor.check.rule.UnreadRule;
import io.regulus.processor.check.rule.WarmupRule;
import io.regulus.processor.check.rule.WeightNormRule;
import io.regulus.processor.check.rule.WindowNumbersRule;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.problem.Severity;
import io.regulus.processor.spec.NetworkSpec;
import java.util.List;
import java.util.Optional;

/** Checks a network against every rule at once; the only maker of a {@link ValidModel}. */
public final class ModelChecker {
    private static final List<Rule> RULES = List.of(
            new GenericClassRule(),
            new PrivateClassRule(),
            new InnerClassRule(),
            new InheritedLayersRule(),
            new LayersRule(),
            new GeneratedTypesRule(),
            new InputsRule(),
            new InputShapeRule(),
            new InputAloneRule(),
            new RowsRule(),
            new RangeRule(),
            new WindowNumbersRule(),
            new DilationRule(),
            new CausalPaddingRule(),
            new TasksRule(),
            new LossWeightRule(),
            new OneOptimizerRule(),
            new OnePolicyRule(),
            new StepDecayRule(),
            new WarmupRule(),
            new MonitorRule(),
            new EmphasisRule(),
            new AdversarialRule(),
            new DataPlaceRule(),
            new DataShapeRule(),
            new FieldTypeRule(),
            new OperationRule(),
            new SlotRule(),
            new DirectionsRule(),
            new ForgetBiasRule(),
            new ActivationTwiceRule(),
            new SlopeRule(),
            new DeltaRule(),
            new NesterovRule(),
            new ReservedNameRule(),
            new NamesClashRule(),
            new KeywordNameRule(),
            new DollarNameRule(),
            new PenaltyTargetRule(),
            new ActivityPenaltyRule(),
            new OrthogonalRule(),
            new PenaltiesConflictRule(),
            new ExclusionTargetRule(),
            new ExclusionConflictRule(),
            new DecayPatternRule(),
            new DecayGroupRule(),
            new RateFactorRule(),
            new ConstraintRule(),
            new RefreshRule(),
            new FreezeRule(),
            new WeightNormRule(),
            new DropConnectRule(),
            new MergeRule(),
            new EmbeddingRule(),
            new AttentionInputsRule(),
            new UnreadRule(),
            new OutputRule(),
            new SharedWeightsRule(),
            new AcceptedAdviceRule());

    private static final List<AdviceRule> ADVICE = List.of(
            new DropoutOnOutput(),
            new DropoutBeforeNorm(),
            new DropoutPlace(),
            new NoisePlace(),
            new StrongDropout(),
            new L2BesideDecay(),
            new DecayOfUnitNorm(),
            new UnusualCoefficient(),
            new ActivationOnOutput(),
            new BiasBeforeNorm(),
            new WeightNormBeforeNorm(),
            new SeluInitializer(),
            new AlphaDropoutWithoutSelu(),
            new LinearLayers(),
            new SmallMixedPrecision(),
            new MaskUse(),
            new InputTechniques(),
            new PatienceBeyondStop(),
            new CycleCutShort(),
            new NothingToDrop(),
            new UntrainedOutput(),
            new CausalCrossAttention(),
            new LinearFeedForward(),
            new AttentionWithoutPositions(),
            new NormAfterRecurrent());

    private ModelChecker() {}

    /** Checks what the user wrote. */
    public static CheckResult check(NetworkSpec spec) {
        Problems problems = new Problems();
        // Nothing in an enum or a record can be meant as a layer, so nothing else is said about it.
        if (!KindRule.isModel(spec.type().kind())) {
            KindRule.report(spec, problems);
            return new CheckResult(Optional.empty(), problems.report());
        }
        Draft draft = Draft.of(spec, problems);
        RULES.forEach(rule -> rule.check(draft, problems));
        // Errors first: what mends them may change what there is to advise.
        if (problems.report().stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new CheckResult(Optional.empty(), problems.report());
        }
        Advice advice = new Advice(spec, problems);
        ADVICE.forEach(rule -> rule.check(draft, advice));
        return new CheckResult(Optional.of(valid(draft)), problems.report());
    }

    /** Without errors there is an input, an output and one optimizer, and every shape is known. */
    private static ValidModel valid(Draft draft) {
        return new ValidModel(
                draft.spec(),
                draft.inputs(),
                draft.wiring().order().stream()
                        .map(layer -> draft.shaped(layer).orElseThrow())
                        .toList(),
                draft.outputs(),
                draft.spec().optimizers().get(0));
    }
}
