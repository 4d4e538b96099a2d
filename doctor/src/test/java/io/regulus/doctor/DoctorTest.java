package io.regulus.doctor;

import static com.google.common.truth.Truth.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole command on this machine: with its natives, without them, with those of another platform. */
@Timeout(120)
class DoctorTest {
    private static final String NATIVE_JAR = "tensorflow-core-native-[0-9.]+-.*[.]jar";

    @TempDir
    Path folder;

    private static boolean isNoNative(String jar) {
        return !jar.matches(NATIVE_JAR);
    }

    /** A jar that looks like that of a platform to whoever only looks. */
    private Path jar(String version, String platform) throws Exception {
        Path jar = folder.resolve("tensorflow-core-native-" + version + "-" + platform + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(Platforms.library(platform)));
            entries.write(1);
            entries.closeEntry();
        }
        return jar;
    }

    @Test
    void whereModelsWorkItSaysSo() throws Exception {
        ForkedDoctor here = ForkedDoctor.run(jar -> true, List.of());
        assertThat(here.output()).contains("Java " + System.getProperty("java.version"));
        assertThat(here.output())
                .contains("TensorFlow's platform " + Platforms.here().orElseThrow());
        assertThat(here.output())
                .containsMatch("ok    tensorflow-core-native 1[.]1[.]0 for "
                        + Platforms.here().orElseThrow());
        assertThat(here.output()).contains("TensorFlow 2.18.0, loaded in");
        assertThat(here.output()).contains("= [19 22; 43 50]");
        assertThat(here.output()).contains("devices: CPU:0");
        assertThat(here.output()).contains("regulus-kernels-native is not there; it is optional");
        assertThat(here.output()).contains("Models work here.");
        assertThat(here.output()).doesNotContain("BAD");
        assertThat(here.exit()).isEqualTo(0);
    }

    @Test
    void withoutNativesItSaysWhatToAdd() throws Exception {
        ForkedDoctor without = ForkedDoctor.run(DoctorTest::isNoNative, List.of());
        assertThat(without.exit()).isEqualTo(1);
        String platform = Platforms.here().orElseThrow();
        assertThat(without.output()).contains("BAD   there is none for " + platform);
        assertThat(without.output()).contains("<artifactId>tensorflow-core-native</artifactId>");
        assertThat(without.output()).contains("<classifier>" + platform + "</classifier>");
        assertThat(without.output()).contains("BAD   does not load: ");
        assertThat(without.output()).contains("2 things are bad");
        assertThat(without.output()).doesNotContain("\tat ");
    }

    @Test
    void withNativesOfAnotherPlatformItSaysWhichAreNeeded() throws Exception {
        String other = Platforms.here().orElseThrow().equals("macosx-arm64") ? "linux-arm64" : "macosx-arm64";
        ForkedDoctor wrong = ForkedDoctor.run(DoctorTest::isNoNative, List.of(jar("1.1.0", other)));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.output()).contains("note  tensorflow-core-native 1.1.0 for " + other);
        assertThat(wrong.output()).contains("it cannot be used here");
        assertThat(wrong.output())
                .contains("there is none for " + Platforms.here().orElseThrow() + ", which is what this machine needs");
    }

    /** A file that is no library. */
    @Test
    void nativesThatDoNotLoadAreToldWithoutAStackTrace() throws Exception {
        String platform = Platforms.here().orElseThrow();
        ForkedDoctor broken = ForkedDoctor.run(DoctorTest::isNoNative, List.of(jar("1.0.0", platform)));
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.output()).contains("tensorflow-core-native 1.0.0 for " + platform);
        assertThat(broken.output()).contains("TensorFlow Java has another version");
        assertThat(broken.output()).contains("is there but does not load");
        assertThat(broken.output()).doesNotContain("\tat ");
    }

    @Test
    void unknownOptionsAreRefused() throws Exception {
        ForkedDoctor refused = ForkedDoctor.run(jar -> true, List.of(), "--cure");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("Unknown option: '--cure'");
        assertThat(ForkedDoctor.run(jar -> true, List.of(), "--help").output()).contains("Exit code 0 if models work");
    }
}
