package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.annotations.Initializer;
import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.WeightedSpec;

/** SELU normalises itself only when kernels are drawn as its derivation assumes (Klambauer et al., 2017). */
public final class SeluInitializer implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (FieldSpec layer : draft.layers()) {
            layer.weighted()
                    .map(WeightedSpec::kernelInitializer)
                    .filter(initializer -> layer.activation().value() == ActivationFunction.SELU)
                    .filter(initializer -> initializer != Initializer.LECUN_NORMAL)
                    .ifPresent(initializer -> advice.give(
                            Code.SELU_INITIALIZER, layer, layer.activation().place(), layer.name(), initializer));
        }
    }
}
