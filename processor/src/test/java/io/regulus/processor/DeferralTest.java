package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that needs what another processor generates waits for it. */
class DeferralTest {
    @TempDir
    Path folder;

    /** Generates one class in the first round. */
    private static final class Generator extends AbstractProcessor {
        private final String name;
        private final String source;
        private boolean done;

        Generator(String name, String source) {
            this.name = name;
            this.source = source;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void waitsForAConstant() throws IOException {
        Workplace workplace = compile(
                new Generator("test.Sizes", "package test; class Sizes { static final int UNITS = 3; }"),
                "@Network(input = 4) @Classifier(classes = 3) @Adam class Net { @Dense(units = Sizes.UNITS) Layer logits; }");
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated()).containsKey("test/NetModel.java");
    }

    @Test
    void waitsForASuperclass() throws IOException {
        Workplace workplace = compile(
                new Generator("test.Base", "package test; class Base {}"),
                "@Network(input = 4) @Classifier(classes = 3) @Adam class Net extends Base { @Dense(units = 3) Layer logits; }");
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated()).containsKey("test/NetModel.java");
    }

    @Test
    void waitsForABlock() throws IOException {
        Workplace workplace = compile(
                new Generator("test.Stage", """
                        package test;
                        import io.regulus.annotations.*;
                        @Block interface Stage { @Dense(units = 3 * Block.WIDTH) Layer wide = null; }
                        """),
                "@Network(input = 4) @Classifier(classes = 12) @Adam class Net { Stage logits; }");
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated().get("test/NetGraph.java")).contains("\"logits/wide/kernel\"");
    }

    @Test
    void waitsForNoneOfItsOwnTypes() throws IOException {
        Workplace workplace = compile(
                new Generator("test.Unrelated", "package test; class Unrelated {}"),
                "@Network(input = 4) @Classifier(classes = 3) @Adam class Net { @Dense(units = 3) Layer logits; NetModel model; }");
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated()).containsKey("test/NetModel.java");
    }

    @Test
    void checksWhatItWaitedFor() throws IOException {
        Workplace workplace = compile(
                new Generator("test.Sizes", "package test; class Sizes { static final int UNITS = -1; }"),
                "@Network(input = 4) @Classifier(classes = 3) @Adam class Net {\n@Dense(units = Sizes.UNITS) Layer logits; }");
        assertThat(workplace.problems())
                .containsExactly("4 [RG012] @Dense(units = -1): units must be in [1, inf). Write 1 or more.");
    }

    @Test
    void othersDoNotWait() throws IOException {
        Workplace workplace = compile(new Generator("test.Unrelated", "package test; class Unrelated {}"), """
                @Network(input = 4) @Classifier(classes = 3) @Adam class Net { @Dense(units = Missing.UNITS) Layer logits; }
                @Network(input = 4) @Classifier(classes = 3) @Adam class Other { @Dense(units = 3) Layer logits; }
                """);
        assertThat(workplace.generated()).containsKey("test/OtherModel.java");
        assertThat(workplace.generated()).doesNotContainKey("test/NetModel.java");
        assertThat(workplace.problems()).hasSize(1);
        assertThat(workplace.problems().get(0)).startsWith("3 [RG080] Net: ");
    }

    @Test
    void aGeneratedModelIsAModel() throws IOException {
        Workplace workplace = compile(new Generator("test.Made", """
                        package test;
                        import io.regulus.annotations.*;
                        @Network(input = 4) @Regressor @Adam class Made { @Dense(units = 1) Layer value; }
                        """), "class Net { @Deprecated int unrelated; }");
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated()).containsKey("test/MadeModel.java");
    }

    /** The generator comes first: javac asks no one else once a processor has claimed every annotation. */
    private Workplace compile(Generator generator, String source) throws IOException {
        return new Workplace(folder).with("Net", source).compile(List.of(), generator, new RegulusProcessor());
    }
}
