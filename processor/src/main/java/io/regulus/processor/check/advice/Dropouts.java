package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.Usage;

/** The dropouts of a network. */
final class Dropouts {
    private Dropouts() {}

    /** What is said about each dropout. */
    interface Visitor {
        void visit(FieldSpec field, Usage dropout);
    }

    static void forEach(Draft draft, Visitor visitor) {
        for (FieldSpec layer : draft.layers()) {
            layer.ops().stream()
                    .filter(DropoutSpec.class::isInstance)
                    .forEach(dropout -> visitor.visit(layer, dropout.usage()));
        }
    }
}
