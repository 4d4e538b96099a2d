package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegulusProcessorTest {
    private static final Path FASHION_NET = Path.of("src/test/resources/models/FashionNet.java");
    private static final Path RESIDUAL = Path.of("src/test/resources/models/Residual.java");
    private static final String ADVISED =
            "@Network(input = 4) @Regressor @Adam class Advised { @Dense(units = 1) @Dropout(p = 0.5) Layer value; }";

    @TempDir
    Path folder;

    @Test
    void aRightModelCompilesWithoutAnyWarning() throws IOException {
        Workplace workplace = new Workplace(folder)
                .with(FASHION_NET)
                .compile(List.of("-Xlint:all", "-Werror"), new RegulusProcessor());
        assertThat(workplace.messages(Diagnostic.Kind.WARNING)).isEmpty();
        assertThat(workplace.messages(Diagnostic.Kind.MANDATORY_WARNING)).isEmpty();
        assertThat(workplace.messages(Diagnostic.Kind.NOTE)).isEmpty();
        assertThat(workplace.generated().keySet())
                .containsExactly(
                        "models/FashionNetGraph.java",
                        "models/FashionNetHyperparameters.java",
                        "models/FashionNetModel.java",
                        "models/FashionNetTraining.java");
    }

    /** Newer compilers show the processor an annotation they do not know, older ones leave it out: either way one message. */
    @Test
    void anAnnotationNobodyKnowsIsReportedBesideTheCompilersMessage() throws IOException {
        Workplace workplace = new Workplace(folder)
                .with(
                        "Net",
                        "@Network(input = 4) @Regressor @Adam abstract class Net { @Dence(units = 1) Layer value; }")
                .compile(List.of(), new RegulusProcessor());
        assertThat(workplace.problems()).hasSize(1);
        assertThat(workplace.problems().get(0)).containsMatch("\\[RG031].*no annotation|\\[RG080].*annotation @Dence");
        assertThat(workplace.messages(Diagnostic.Kind.ERROR).toString()).contains("class Dence");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        Map<String, String> once = generated("once", FASHION_NET, RESIDUAL);
        assertThat(once).hasSize(8);
        assertThat(generated("again", FASHION_NET, RESIDUAL)).isEqualTo(once);
        assertThat(generated("reversed", RESIDUAL, FASHION_NET)).isEqualTo(once);
    }

    private Map<String, String> generated(String name, Path first, Path second) throws IOException {
        return new Workplace(folder.resolve(name))
                .with(first)
                .with(second)
                .compile(List.of(), new RegulusProcessor())
                .generated();
    }

    @Test
    void afterAnErrorTheModelStillHasItsType() throws IOException {
        Workplace workplace = new Workplace(folder).with("Net", """
                        @Network(input = 4) @Regressor @Adam
                        class Net {
                          @Dense(units = 0) Layer value;
                          NetModel model;
                        }
                        """).compile(List.of(), new RegulusProcessor());
        assertThat(workplace.problems())
                .containsExactly("5 [RG012] @Dense(units = 0): units must be in [1, inf). Write 1 or more.");
        assertThat(workplace.generated()).containsKey("test/NetModel.java");
        assertThat(workplace.messages(Diagnostic.Kind.ERROR).stream()
                        .filter(message -> message.contains("class NetModel")))
                .isEmpty();
    }

    @Test
    void afterAFailureInsideTheModelStillHasItsType() throws IOException {
        Workplace workplace = new Workplace(folder)
                .with(
                        "Net",
                        "@Network(input = 4) @Regressor @Adam class FailsInside { @Dense(units = 1) Layer value; }")
                .compile(List.of(), Compilers.processor());
        assertThat(workplace.problems()).hasSize(1);
        assertThat(workplace.generated()).containsKey("test/FailsInsideModel.java");
    }

    @Test
    void noStubStandsBesideATypeOfItsName() throws IOException {
        Workplace workplace = new Workplace(folder).with("Net", """
                        @Network(input = 4) @Regressor @Adam
                        class Net {
                          @Dense(units = 1) Layer value;
                        }
                        class NetModel {}
                        """).compile(List.of(), new RegulusProcessor());
        assertThat(workplace.problems()).hasSize(1);
        assertThat(workplace.generated()).doesNotContainKey("test/NetModel.java");
    }

    @Test
    void aModelOfTheLastCompileIsInNobodysWay() throws IOException {
        Path last = Files.createDirectories(folder.resolve("output/test"));
        Files.writeString(last.resolve("AdvisedModel.java"), "package test; class AdvisedModel {}");
        Workplace workplace = new Workplace(folder).with("Advised", ADVISED);
        workplace.compile(
                List.of(
                        "-Aregulus.advice=off",
                        "-sourcepath",
                        folder.resolve("output").toString()),
                new RegulusProcessor());
        assertThat(workplace.problems()).isEmpty();
    }

    @Test
    void adviceIsAWarning() throws IOException {
        assertThat(advice(List.of(), Diagnostic.Kind.WARNING)).hasSize(1);
    }

    @Test
    void adviceCanBeAWarningByName() throws IOException {
        assertThat(advice(List.of("-Aregulus.advice=warn"), Diagnostic.Kind.WARNING))
                .hasSize(1);
    }

    @Test
    void adviceCanBeAnError() throws IOException {
        assertThat(advice(List.of("-Aregulus.advice=error"), Diagnostic.Kind.ERROR))
                .hasSize(1);
    }

    @Test
    void adviceCanBeSwitchedOff() throws IOException {
        Workplace workplace = new Workplace(folder)
                .with("Advised", ADVISED)
                .compile(List.of("-Aregulus.advice=off"), new RegulusProcessor());
        assertThat(workplace.problems()).isEmpty();
    }

    private List<String> advice(List<String> options, Diagnostic.Kind kind) throws IOException {
        return new Workplace(folder)
                .with("Advised", ADVISED).compile(options, new RegulusProcessor()).messages(kind).stream()
                        .filter(message -> message.startsWith("[RG101]"))
                        .toList();
    }

    @Test
    void optionsOfOthersAreNoneOfOurBusiness() throws IOException {
        Workplace workplace = new Workplace(folder)
                .with(FASHION_NET)
                .compile(List.of("-Aregulusly=yes", "-Aother.advice=loud"), new RegulusProcessor());
        assertThat(workplace.problems()).isEmpty();
    }

    @Test
    void gradleIsToldThatItIsIsolating() throws IOException {
        try (InputStream file =
                RegulusProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(RegulusProcessor.class.getName() + ",isolating\n");
        }
    }

    /**
     * Gradle compiles everything anew where a file has more or fewer than one origin. A block needs no naming: the model has a
     * field of its type, and Gradle processes a class again when one changes that its fields lead to.
     */
    @Test
    void everyFileStemsFromTheModelAlone() throws IOException {
        Origins origins = new Origins();
        new Workplace(folder).with("Residual", """
                        @Block abstract class Residual {
                          @Dense(units = Block.WIDTH) Layer inner;
                          @Add @From({"input", "inner"}) Layer sum;
                        }
                        """).with("Net", """
                        @Network(input = 4) @Regressor @Adam
                        abstract class Net {
                          @Repeat(2) Residual stage;
                          @Dense(units = 1) Layer value;
                        }
                        """).compile(List.of(), origins);
        assertThat(origins.byFile())
                .containsExactly(
                        "test.NetGraph", List.of("test.Net"),
                        "test.NetHyperparameters", List.of("test.Net"),
                        "test.NetModel", List.of("test.Net"),
                        "test.NetTraining", List.of("test.Net"));
    }

    @Test
    void compilersFindIt() {
        assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
                .contains(RegulusProcessor.class);
    }
}
