package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    void loadsAndLeavesNoFileBehind() throws IOException {
        Kernels.load();
        assertThat(Kernels.available()).isTrue();
        assertThat(Kernels.problem()).isEmpty();
        try (Stream<Path> mapped = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 1)) {
            assertThat(mapped.filter(file -> {
                        Path name = file.getFileName();
                        return name != null && name.toString().startsWith("regulus-kernels-");
                    }))
                    .isEmpty();
        }
    }

    @Test
    void neverUsesMoreThanTheProcessorHas() {
        Kernels.Level best = Kernels.level().orElseThrow();
        assertThat(Kernels.use(Kernels.Level.BASELINE)).isEqualTo(Kernels.Level.BASELINE);
        assertThat(Kernels.use(Kernels.Level.AVX512)).isEqualTo(best);
    }
}
