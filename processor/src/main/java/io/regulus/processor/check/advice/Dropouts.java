package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.spec.DropoutSpec;
import io.regulus.processor.spec.FieldSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.SpatialDropoutSpec;
import io.regulus.processor.spec.Usage;
import java.util.function.Predicate;

/** The dropouts and other noises of a network. */
final class Dropouts {
    private Dropouts() {}

    /** Whether it drops values or whole channels, as against rows. */
    static boolean dropsValues(OpSpec op) {
        return op instanceof DropoutSpec || op instanceof SpatialDropoutSpec;
    }

    /** What is said about each of them. */
    interface Visitor {
        void visit(FieldSpec field, Usage dropout);
    }

    /** Visits the noises that fit. */
    static void forEach(Draft draft, Predicate<OpSpec> fits, Visitor visitor) {
        for (FieldSpec layer : draft.layers()) {
            layer.ops().stream().filter(fits).forEach(dropout -> visitor.visit(layer, dropout.usage()));
        }
    }
}
