package io.regulus.kernels;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.kernels.natives.BundledLibrary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

class KernelsTest {
    @Test
    void loadsAndLeavesNoFileBehind() throws IOException {
        Kernels.load();
        assertThat(Kernels.available()).isTrue();
        assertThat(Kernels.problem()).isEmpty();
        assertThat(Kernels.unusable()).isEmpty();
        // another process that was killed while it loaded may have left one, before this one began
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "regulus-kernels-*")) {
            for (Path file : files) {
                assertThat(Files.getLastModifiedTime(file).toMillis()).isLessThan(start);
            }
        }
    }

    @Test
    void neverUsesMoreThanTheProcessorHas() {
        Kernels.Level best = Kernels.level().orElseThrow();
        assertThat(Kernels.use(Kernels.Level.BASELINE)).isEqualTo(Kernels.Level.BASELINE);
        assertThat(Kernels.use(Kernels.Level.AVX512)).isEqualTo(best);
    }

    /** Everything but the kernels, as a server shares TensorFlow among applications. */
    private static final class Shared extends ClassLoader {
        Shared() {
            super(KernelsTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/") ? Collections.emptyEnumeration() : super.getResources(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.regulus.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** TensorFlow runs no op that has two kernels. */
    @Test
    void aSecondClassLoaderDoesWithoutAndTheFirstStaysAsItIs() throws Exception {
        Kernels.load();
        URL[] classes = {location(Kernels.class), location(BundledLibrary.class)};
        try (URLClassLoader second = new URLClassLoader(classes, new Shared())) {
            Class<?> kernels = Class.forName(Kernels.class.getName(), true, second);
            assertThat(kernels).isNotEqualTo(Kernels.class);
            assertThat(kernels.getMethod("unusable").invoke(null))
                    .isEqualTo(Optional.of("The native kernels were loaded already, by another class loader."));
        }
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            assertThat(Values.fetch(session, SumOfSquares.of(tf, List.of(tf.constant(3f)), 1)))
                    .isEqualTo(new float[] {9});
        }
    }

    /** Without the library's jar nothing is amiss. */
    @Test
    void aMissingLibraryIsNoReasonToWarn() throws Exception {
        try (URLClassLoader without = new URLClassLoader(new URL[] {location(Kernels.class)}, new Shared())) {
            Class<?> kernels = Class.forName(Kernels.class.getName(), true, without);
            assertThat(kernels.getMethod("available").invoke(null)).isEqualTo(false);
            assertThat(kernels.getMethod("unusable").invoke(null)).isEqualTo(Optional.empty());
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
