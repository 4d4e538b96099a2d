package io.regulus.doctor;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.doctor.Finding.Grade;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What checks find on machines that this one is not. */
class ChecksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, aarch64, macosx-arm64",
        "Windows 11, amd64, windows-x86_64",
        "Mac OS X, x86_64,",
        "Windows 11, aarch64,",
        "Linux, riscv64,",
        "FreeBSD, amd64,"
    })
    void platformsAreTensorFlows(String system, String processor, String platform) {
        assertThat(Platforms.of(system, processor)).isEqualTo(Optional.ofNullable(platform));
    }

    @ParameterizedTest
    @CsvSource({
        "/repo/tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar, 1.1.0",
        "/repo/1.2.3/tensorflow-core-api-1.1.0.jar, 1.1.0",
        "/home/x86-64.2/classes, of unknown version"
    })
    void versionsAreThoseOfTheJars(String jar, String version) {
        assertThat(NativesCheck.version(jar)).isEqualTo(version);
    }

    @Test
    void newerJavasAreToldTheirOptions() {
        assertThat(new JvmCheck(25, List.of("-Xmx1g")).findings().toString())
                .contains("--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
        assertThat(new JvmCheck(25, List.of("--enable-native-access=ALL-UNNAMED"))
                        .findings()
                        .toString())
                .doesNotContain("sun-misc-unsafe");
        assertThat(new JvmCheck(17, List.of()).findings().toString()).doesNotContain("--enable-native-access");
    }

    private static Finding about(List<Finding> findings, String text) {
        return findings.stream()
                .filter(finding -> finding.text().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not in " + findings));
    }

    /** The GPU build with a driver, CUDA in a folder that the loader does not know, and no cuDNN. */
    @Test
    void whatTheGpuBuildLacksIsNamedWithItsCure() throws Exception {
        Path searched = Files.createDirectories(folder.resolve("searched"));
        Path usual = Files.createDirectories(folder.resolve("usual"));
        Files.createFile(searched.resolve("libcublas.so.12"));
        Files.createFile(usual.resolve("libcudart.so.12"));
        String cache = "\tlibcuda.so.1 (libc6,x86-64) => /lib/libcuda.so.1\n\tlibcuda.so.10 (libc6) => /lib/other\n";
        Path library = folder.resolve("classes").resolve(Platforms.library(Platforms.GPU));
        Files.createDirectories(library.getParent());
        Files.createFile(library);

        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, null)) {
            List<Finding> findings =
                    new GpuCheck(classes, new Libraries(List.of(searched), List.of(usual), cache)).findings();
            assertThat(about(findings, "libcuda.so.1").text()).contains("/lib/libcuda.so.1");
            assertThat(about(findings, "libcuda.so.1").grade()).isEqualTo(Grade.GOOD);
            assertThat(about(findings, "libcublas.so.12").grade()).isEqualTo(Grade.GOOD);
            Finding cudart = about(findings, "libcudart.so.12");
            assertThat(cudart.grade()).isEqualTo(Grade.BAD);
            assertThat(cudart.cure()).isEqualTo("add " + usual + " to LD_LIBRARY_PATH in the environment");
            Finding cudnn = about(findings, "libcudnn.so.9");
            assertThat(cudnn.grade()).isEqualTo(Grade.BAD);
            assertThat(cudnn.cure()).contains("install cuDNN 9 for CUDA 12");
        }
    }

    @Test
    void aDriverWithoutTheGpuBuildIsNoted() throws Exception {
        try (URLClassLoader none = new URLClassLoader(new URL[0], null)) {
            Libraries driver = new Libraries(List.of(), List.of(), "libcuda.so.1 (libc6) => /lib/libcuda.so.1");
            List<Finding> findings = new GpuCheck(none, driver).findings();
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).grade()).isEqualTo(Grade.NOTE);
            assertThat(findings.get(0).cure()).contains("linux-x86_64-gpu");
            Libraries nothing = new Libraries(List.of(), List.of(), "");
            assertThat(new GpuCheck(none, nothing).findings().get(0).grade()).isEqualTo(Grade.GOOD);
        }
    }

    @Test
    void aMachineThatTensorFlowDoesNotKnowHasNothingToAdd() throws Exception {
        try (URLClassLoader none = new URLClassLoader(new URL[0], null)) {
            List<Finding> findings = new NativesCheck(none, Optional.empty()).findings();
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).text()).contains("TensorFlow Java itself is missing");
        }
    }

    @Test
    void findingsArePrintedWithTheirCures() {
        StringWriter text = new StringWriter();
        int exit = Doctor.commandLine(List.of(new Check() {
                    @Override
                    public String title() {
                        return "Title";
                    }

                    @Override
                    public List<Finding> findings() {
                        return List.of(
                                Finding.good("fine"), Finding.note("so", "think"), Finding.bad("broken", "mend\nit"));
                    }
                }))
                .setOut(new PrintWriter(text))
                .execute();
        assertThat(exit).isEqualTo(1);
        assertThat(text.toString().replace("\r\n", "\n")).isEqualTo("""
                Title
                  ok    fine
                  note  so
                        do: think
                  BAD   broken
                        do: mend
                        it

                1 thing is bad: see what follows "do:" above.
                """);
    }
}
