package io.regulus.ops;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class VariablesTest {
    private static Variable<TFloat32> table(long rows) {
        return new Variable<>("area/table", TFloat32.class, Shape.of(rows), Role.EMBEDDING, ops -> ops.constant(0f));
    }

    /** (2^31 - 9) / 4 = 536870909.75 floats fit in the longest array of bytes. */
    @Test
    void whatCouldNotBeSavedIsNotDeclared() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Variables variables = new Variables(1);
            assertFails(
                    IllegalArgumentException.class,
                    () -> variables.declare(tf, table(536_870_910)),
                    "variable 'area/table'",
                    "536870910 values, more than the 536870909");
            assertEquals(0, variables.all().size());
            variables.declare(tf, table(536_870_909));
            assertEquals(1, variables.all().size());
        }
    }
}
