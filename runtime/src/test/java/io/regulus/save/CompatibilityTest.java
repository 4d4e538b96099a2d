package io.regulus.save;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final String MODEL = "com.example.Net";
    private static final ModelState STATE = new ModelState(
            MODEL,
            0,
            Map.of(),
            Map.of(),
            List.of(NamedTensor.of("a/kernel", new float[6], 2, 3), NamedTensor.of("step", new long[1])));
    private static final VariableShape KERNEL = new VariableShape("a/kernel", ElementType.F32, 2, 3);
    private static final VariableShape STEP = new VariableShape("step", ElementType.I64);

    @Test
    void fitsInAnyOrder() {
        Compatibility.check(List.of(KERNEL, STEP), STATE, MODEL);
        Compatibility.check(List.of(STEP, KERNEL), STATE, MODEL);
    }

    @Test
    void everyDifferenceIsListed() {
        assertFails(
                IncompatibleModelException.class,
                () -> Compatibility.check(
                        List.of(
                                new VariableShape("a/kernel", ElementType.F32, 3, 2),
                                new VariableShape("b/bias", ElementType.F32, 4)),
                        STATE,
                        MODEL),
                MODEL + " has changed since",
                "3 variables differ:",
                "a/kernel: saved as F32 [2, 3], expected F32 [3, 2]",
                "b/bias: missing from the saved model, expected F32 [4]",
                "step: saved as I64 [], but the class has no such variable",
                "train this one anew");
        assertFails(
                IncompatibleModelException.class,
                () -> Compatibility.check(List.of(KERNEL, new VariableShape("step", ElementType.F32)), STATE, MODEL),
                "step: saved as I64 [], expected F32 []");
    }

    @Test
    void anotherClass() {
        assertFails(
                IncompatibleModelException.class,
                () -> Compatibility.check(List.of(KERNEL, STEP), STATE, "com.example.Other"),
                "saved from com.example.Net and is loaded into com.example.Other",
                "withModelName(\"com.example.Other\")");
        Compatibility.check(List.of(KERNEL, STEP), STATE.withModelName("com.example.Other"), "com.example.Other");
        assertFails(
                IncompatibleModelException.class,
                () -> Compatibility.check(List.of(KERNEL), STATE, "com.example.Other"),
                "is loaded into com.example.Other",
                "1 variables differ",
                "step");
    }

    @Test
    void longListsAreCut() {
        List<VariableShape> expected = new ArrayList<>(List.of(KERNEL, STEP));
        for (int i = 0; i < 25; i++) {
            expected.add(new VariableShape("extra" + i, ElementType.F32, 1));
        }
        IncompatibleModelException failure = assertFails(
                IncompatibleModelException.class,
                () -> Compatibility.check(expected, STATE, MODEL),
                "25 variables differ",
                "extra19",
                "and 5 more");
        assertFalse(failure.getMessage().contains("extra20"));
        assertEquals(23, failure.getMessage().lines().count());
    }
}
