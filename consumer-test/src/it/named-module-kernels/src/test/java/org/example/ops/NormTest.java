package org.example.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.kernels.Kernels;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NormTest {
    @Test
    void theKernelsAreFoundAsAService() {
        assertEquals("org.example.ops", Norm.class.getModule().getName());
        assertEquals("io.regulus.kernels", Kernels.class.getModule().getName());
        assertTrue(ModuleLayer.boot().findModule("io.regulus.kernels.natives").isPresent());
        assertEquals(Optional.empty(), Kernels.problem());
        assertEquals(5, Norm.of(3, 4));
    }
}
