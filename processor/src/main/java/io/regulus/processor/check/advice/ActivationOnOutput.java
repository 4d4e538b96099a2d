package io.regulus.processor.check.advice;

import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Output;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.TaskSpec;
import io.regulus.processor.spec.Written;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The task applies its own function to the output, or expects any real number there. */
public final class ActivationOnOutput implements AdviceRule {
    /** Functions that take most of the numbers below zero away. */
    private static final Set<ActivationFunction> RELU_LIKE = EnumSet.of(
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.ELU,
            ActivationFunction.SELU,
            ActivationFunction.GELU,
            ActivationFunction.SILU);

    @Override
    public void check(Draft draft, Advice advice) {
        for (Output output : draft.outputs()) {
            Written<ActivationFunction> activation = output.field().activation();
            reason(output.task(), activation.value())
                    .ifPresent(reason -> advice.give(
                            Code.ACTIVATION_ON_OUTPUT,
                            output.field(),
                            activation.place(),
                            activation.value(),
                            output.field().name(),
                            reason));
        }
    }

    private static Optional<String> reason(TaskSpec task, ActivationFunction activation) {
        if (task instanceof TaskSpec.Regressor) {
            return Optional.of("it bends or cuts off what is below zero, which a target may well be")
                    .filter(reason -> RELU_LIKE.contains(activation));
        }
        String own = task instanceof TaskSpec.Classifier ? "softmax" : "sigmoid";
        return Optional.of("@" + task.usage().annotation() + " applies its " + own + " to it already")
                .filter(reason -> activation != ActivationFunction.LINEAR);
    }
}
