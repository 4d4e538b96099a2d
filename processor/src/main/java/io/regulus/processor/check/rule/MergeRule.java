package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.Slot;
import io.regulus.processor.spec.Sourced;
import io.regulus.processor.spec.Usage;
import java.util.Optional;

/** Several inputs have a merge, and a merge has several inputs, but no more than it takes. */
public final class MergeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (FieldSpec layer : draft.layers()) {
            int named = layer.from().map(from -> from.names().size()).orElse(0);
            Optional<OpSpec> merge = layer.op(Slot.MERGE);
            // what takes several inputs by itself says so itself where they are too many
            boolean takesSeveral = layer.ops().stream().anyMatch(op -> op.mostInputs() > 1);
            if (merge.isEmpty() && named > 1 && !takesSeveral) {
                Usage from = layer.from().map(Sourced::usage).orElseThrow();
                problems.add(Code.NO_MERGE, from.place(), from.text(), layer.name(), named);
            }
            merge.filter(op -> named > op.mostInputs())
                    .ifPresent(op -> problems.add(
                            Code.TOO_MANY_TO_MERGE,
                            op.usage().place(),
                            op.usage().text(),
                            op.mostInputs(),
                            layer.name(),
                            named));
            // A @From without any name is reported as such.
            boolean namesNothing = layer.from().isPresent() && named == 0;
            if (merge.isPresent() && named < 2 && !namesNothing) {
                Usage usage = merge.get().usage();
                problems.add(
                        Code.NOTHING_TO_MERGE,
                        usage.place(),
                        usage.text(),
                        layer.name(),
                        named == 0 ? "no @From" : "one");
            }
        }
    }
}
