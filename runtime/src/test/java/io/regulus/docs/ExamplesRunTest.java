package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaCompilation;
import io.regulus.testing.docs.JavaProcess;
import io.regulus.testing.docs.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example of the documentation is compiled without a warning and run, page by page and in the order of the page: on what {@code Given.java}
 * gives and {@link ExampleFiles} writes, with the statements of {@link Surroundings} around it.
 */
class ExamplesRunTest {
    private static final Path MODELS = Documentation.ROOT.resolve("processor/src/test/resources/models");
    private static final Path GIVEN = Path.of("src/test/resources/docs/Given.java");
    private static final List<String> GIVEN_MODELS = List.of("FashionNet", "Dial", "Pricing");

    private static final Pattern TYPE = Pattern.compile("^(?:final )?(?:class|record) (\\w+)", Pattern.MULTILINE);
    private static final Pattern MODEL = Pattern.compile("^abstract class (\\w+)", Pattern.MULTILINE);

    private static final String IMPORTS = """
            import io.regulus.checkpoint.*;
            import io.regulus.data.*;
            import io.regulus.explain.*;
            import io.regulus.files.*;
            import io.regulus.engine.*;
            import io.regulus.ensemble.*;
            import io.regulus.interchange.*;
            import io.regulus.metrics.*;
            import io.regulus.model.*;
            import io.regulus.serve.*;
            import io.regulus.report.AblationReport;
            import io.regulus.text.*;
            import io.regulus.tfrecord.*;
            import io.regulus.train.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.CompletableFuture;
            import java.util.stream.Stream;
            """;

    @TempDir
    static Path folder;

    private static String process;

    /** The examples that are statements, and are not excused. */
    private static List<Block> run() {
        return examples().stream()
                .filter(block -> !isType(block) && Surroundings.notRun(block).isEmpty())
                .toList();
    }

    private static List<Block> examples() {
        return Documentation.blocks(Kind.EXAMPLE);
    }

    private static boolean isType(Block block) {
        return TYPE.matcher(block.text()).find();
    }

    @BeforeAll
    static void compileAndRun() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(JavaCompilation.messages(
                        classes,
                        sources(),
                        "-processor",
                        JavaCompilation.PROCESSOR,
                        "-Xlint:all,-processing",
                        "-Aregulus.advice=off"))
                .isEmpty();
        process = start(classes);
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(List.of(GIVEN));
        GIVEN_MODELS.forEach(model -> sources.add(MODELS.resolve(model + ".java")));
        Path written = Files.createDirectories(folder.resolve("sources"));
        // classes and models that the examples of the same page use
        for (Block block : examples()) {
            Matcher type = TYPE.matcher(block.text());
            if (type.find()) {
                sources.add(source(written, type.group(1), IMPORTS + block.text()));
            }
        }
        for (Block block : Documentation.blocks(Kind.MODEL)) {
            Matcher model = MODEL.matcher(block.text());
            if (model.find()
                    && !GIVEN_MODELS.contains(model.group(1))
                    && isUsed(block.page(), model.group(1) + "Model")) {
                sources.add(source(written, model.group(1), Documentation.modelImports() + block.text()));
            }
        }
        for (String page : pages()) {
            sources.add(source(written, className(page), page(page)));
        }
        return sources;
    }

    /** Whether an example of the page uses a class, or what stands around it. */
    private static boolean isUsed(String page, String type) {
        return Pattern.compile("\\b" + type + "\\b").matcher(page(page)).find();
    }

    private static Path source(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), "package models;\n" + text);
    }

    private static List<String> pages() {
        return examples().stream().map(Block::page).distinct().toList();
    }

    private static String className(String page) {
        return "Examples_" + page.replaceAll("\\W", "_");
    }

    /** A class with a method for each example. */
    private static String page(String page) {
        return run().stream()
                .filter(block -> block.page().equals(page))
                .map(block -> "  void " + block.identifier() + "() throws InterruptedException {\n"
                        + Surroundings.before(block) + "\n" + block.text() + Surroundings.after(block) + "\n  }\n")
                .collect(Collectors.joining(
                        "", IMPORTS + "final class " + className(page) + " extends Given {\n", "}\n"));
    }

    /** Runs all in a process of its own. */
    private static String start(Path classes) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ExampleRunner.class.getName(),
                Files.createDirectories(folder.resolve("results")).toString()));
        pages().forEach(page -> command.add("models." + className(page)));
        return JavaProcess.run(Files.createDirectories(folder.resolve("here")), List.of(classes), command);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        assertThat(run().size()).isAtLeast(60);
        return run().stream()
                .map(block -> dynamicTest(block.place(), () -> {
                    Path failure = result(block, ".failure");
                    if (Files.exists(failure)) {
                        throw new AssertionError(
                                block.place() + ": " + Files.readString(failure) + "\n" + block.text());
                    }
                    assertWithMessage(process)
                            .that(Files.exists(result(block, ".out")))
                            .isTrue();
                }));
    }

    private static Path result(Block block, String ending) {
        return folder.resolve("results").resolve(block.identifier() + ending);
    }

    @Test
    void whatIsShownBesideAnExampleIsPrinted() throws IOException {
        for (Surroundings.Shown shown : Surroundings.SHOWN) {
            Block block = shown.example(examples());
            assertThat(Documentation.text(block.page())).contains(shown.text());
            assertWithMessage(block.place())
                    .that(Files.readString(result(block, ".out")))
                    .contains(shown.text());
        }
    }

    @Test
    void theSummaryOfTheGuideIsPrinted() throws IOException {
        String page = Documentation.text("docs/guide.md");
        String shown = page.substring(page.indexOf("acme.FashionNet\n") + "acme.FashionNet\n".length());
        List<String> summary = shown.substring(0, shown.indexOf("```")).lines().toList();
        Block example = examples().stream()
                .filter(block -> block.text().contains("model.summary()"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(result(example, ".out")).stream()
                        .map(String::stripTrailing)
                        .toList())
                .containsAtLeastElementsIn(summary)
                .inOrder();
    }

    @Test
    void everyClassIsUsed() {
        String statements = run().stream()
                .map(block -> block.text() + Surroundings.after(block))
                .collect(Collectors.joining());
        for (Block block : examples()) {
            Matcher type = TYPE.matcher(block.text());
            if (type.find()) {
                assertWithMessage(block.place()).that(statements).containsMatch("\\b" + type.group(1) + "\\b");
            }
        }
    }

    @Test
    void whatStandsAroundExamplesStandsAroundOneEach() {
        Map<String, List<Block>> found = Surroundings.found(examples());
        found.forEach((part, blocks) -> assertWithMessage(part).that(blocks).hasSize(1));
        assertThat(found).isNotEmpty();
    }
}
