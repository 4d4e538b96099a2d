package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.check.Wiring;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.InputSpec;
import io.regulus.processor.spec.Usage;
import java.util.List;

/** There is an input, and every input is read. */
public final class InputsRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        List<InputSpec> inputs = draft.inputs();
        if (inputs.isEmpty()) {
            Usage network = draft.spec().network();
            problems.add(Code.NO_INPUT, network.place(), network.text());
        }
        Wiring wiring = draft.wiring();
        // While a name is wrong nobody can tell who was meant to read whom.
        if (wiring.isComplete() && !draft.layers().isEmpty()) {
            inputs.stream()
                    .filter(input -> draft.layers().stream()
                            .noneMatch(layer -> wiring.inputs(layer).contains(input.name())))
                    .forEach(input -> problems.add(
                            Code.UNREAD_INPUT,
                            input.usage().place(),
                            input.usage().text(),
                            input.name(),
                            cure(input, inputs)));
        }
    }

    private static String cure(InputSpec input, List<InputSpec> inputs) {
        // beside @Input fields an input of the class is rather the same one written twice than another
        return inputs.size() > 1 && input.name().equals(InputSpec.UNNAMED)
                ? "The fields with @Input are inputs already: remove one of the two."
                : "Name it in a @From, as in @From(\"" + input.name() + "\"), or remove it.";
    }
}
