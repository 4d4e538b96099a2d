package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.Conv1DSpec;
import io.regulus.processor.spec.Conv2DSpec;
import io.regulus.processor.spec.DenseSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.SpectralNormSpec;
import io.regulus.processor.spec.WeightNormSpec;

/** A weight norm, or a spectral norm, is that of a dense or convolution kernel. */
public final class WeightNormRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            // of what uses the weights of another layer it is told there
            if (!layer.ops().isEmpty() && layer.reuse().owner().isEmpty()) {
                layer.policies().stream()
                        .filter(policy -> policy instanceof WeightNormSpec || policy instanceof SpectralNormSpec)
                        .filter(norm -> draft.isInVain(layer, norm, WeightNormRule::fits))
                        .forEach(norm -> problems.add(
                                Code.WITHOUT_EFFECT,
                                norm.usage().place(),
                                norm.usage().text(),
                                "'" + layer.name() + "' has no kernel of a @Dense, @Conv1D or @Conv2D",
                                "Put it on one of these, or remove it."));
            }
        }
    }

    private static boolean fits(FieldSpec layer) {
        return layer.ops().stream()
                .anyMatch(op -> op instanceof DenseSpec || op instanceof Conv1DSpec || op instanceof Conv2DSpec);
    }
}
