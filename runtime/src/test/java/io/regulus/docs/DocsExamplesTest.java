package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the documentation says of the runtime: examples that use a model compile against the golden sources of {@code
 * FashionNet} and {@code Dial}, what is shown of generated code is generated, and the page of proofs names what there is. Examples that are
 * models are compiled by the processor's tests.
 */
class DocsExamplesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path FIXTURES = Path.of("src/test/resources/parity");
    private static final Path MODELS = ROOT.resolve("processor/src/test/resources/models");
    private static final Path GOLDEN = ROOT.resolve("processor/src/test/resources/golden");
    private static final List<String> GIVEN_MODELS = List.of("FashionNet", "Dial", "Pricing");

    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    /** The name of a generated class, and what is shown of it. */
    private static final Pattern EXCERPT = Pattern.compile("\\A// (FashionNet\\w+)\n(.*)", Pattern.DOTALL);

    private static final Pattern TYPE = Pattern.compile("^(?:final )?(?:class|record) (\\w+)", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    private static final String IMPORTS = """
            package models;
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

    /** What the examples take as given. */
    private static final String GIVEN = """
              FashionNetModel model;
              DialModel dial;
              Model base, tuned;
              Dataset train, validation, test, all;
              DataStream stream;
              float[][] images, rows, targets;
              float[] prices, numbers;
              byte[][] pixels;
              int[][] ids;
              int[] labels, words, patients;
              List<String> titles, names;
              TextEncoder encoder;
            """;

    @TempDir
    Path folder;

    static List<String> pages() {
        return List.of(
                "README.md",
                "docs/guide.md",
                "docs/recipes.md",
                "docs/migrating.md",
                "docs/data.md",
                "docs/checkpoints.md",
                "docs/interchange.md",
                "docs/serving.md",
                "docs/explaining.md");
    }

    /** Pages whose examples others compile: {@code SparkDocsTest}, {@link GettingStartedTest}; those of errors are wrong on purpose. */
    private static final Set<String> ELSEWHERE = Set.of("docs/errors.md", "docs/getting-started.md", "docs/spark.md");

    @Test
    void noPageEscapes() throws IOException {
        Set<String> withExamples = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String page = ROOT.relativize(file).toString();
                if (!examples(page).isEmpty()) {
                    withExamples.add(page);
                }
            }
        }
        withExamples.removeAll(pages());
        assertWithMessage("pages with examples that no test compiles")
                .that(withExamples)
                .isEqualTo(ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleCompilesWithoutAnyWarning(String page) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String model : GIVEN_MODELS) {
            sources.add(MODELS.resolve(model + ".java"));
            try (Stream<Path> golden = Files.list(GOLDEN.resolve(model).resolve("models"))) {
                golden.forEach(sources::add);
            }
        }
        StringBuilder statements = new StringBuilder(IMPORTS + "class Examples {\n" + GIVEN);
        List<String> examples = examples(page);
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            Matcher type = TYPE.matcher(example);
            if (type.find()) {
                sources.add(Files.writeString(folder.resolve(type.group(1) + ".java"), IMPORTS + example));
            } else {
                statements.append("  void example" + examples.indexOf(example) + "() throws InterruptedException {\n"
                        + example + "  }\n");
            }
        }
        sources.add(Files.writeString(folder.resolve("Examples.java"), statements + "}\n"));
        assertThat(compile(sources)).isEmpty();
    }

    private static List<String> examples(String page) throws IOException {
        return BLOCK.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(block -> block.group(1))
                .filter(block -> !block.contains("@Network"))
                .filter(block -> !EXCERPT.matcher(block).lookingAt())
                // of an optional module, whose own tests have it
                .filter(block -> !block.startsWith("// regulus-"))
                .toList();
    }

    @Test
    void whatIsShownOfGeneratedCodeIsGenerated() throws IOException {
        List<MatchResult> excerpts = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .flatMap(block -> EXCERPT.matcher(block.group(1)).results())
                .toList();
        assertThat(excerpts).isNotEmpty();
        for (MatchResult excerpt : excerpts) {
            String generated = Files.readString(GOLDEN.resolve("FashionNet/models/" + excerpt.group(1) + ".java"));
            assertThat(generated.stripIndent()).contains(excerpt.group(2).indent(2));
        }
    }

    private String compile(List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:all",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            javac.getTask(messages, files, null, options, null, files.getJavaFileObjects(sources.toArray(Path[]::new)))
                    .call();
        }
        return messages.toString();
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> tests = files(Path.of("src/test/java"), "Test.java");
        for (String module : List.of("processor", "kernels-native", "keras", "parquet", "micrometer", "tuner")) {
            tests.addAll(files(ROOT.resolve(module).resolve("src/test/java"), "Test.java"));
        }
        List<String> named = quoted().filter(word -> word.matches("[A-Z]\\w*Test"))
                .distinct()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(tests).containsAtLeastElementsIn(named);
    }

    @Test
    void everyFixtureIsNamed() throws IOException {
        Set<String> fixtures = files(FIXTURES, ".safetensors");
        assertThat(fixtures).isNotEmpty();
        assertWithMessage("fixtures named in docs/numbers.md")
                .that(quoted().filter(word -> word.matches("[a-z][a-z0-9_]*"))
                        .filter(word -> word.contains("_") || fixtures.contains(word))
                        .collect(Collectors.toSet()))
                .containsExactlyElementsIn(fixtures);
    }

    @Test
    void everyAnnotationIsNamed() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/numbers.md"));
        Set<String> missing = new TreeSet<>();
        for (Path source : annotations()) {
            String name = source.getFileName().toString().replace(".java", "");
            if (!Pattern.compile("`@" + name + "\\b").matcher(page).find()) {
                missing.add(name);
            }
        }
        assertWithMessage("annotations that docs/numbers.md lacks")
                .that(missing)
                .isEmpty();
    }

    /** The sources of the annotation types. */
    private static List<Path> annotations() throws IOException {
        Path sources = ROOT.resolve("annotations/src/main/java/io/regulus/annotations");
        List<Path> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                if (Files.readString(file).contains("public @interface")) {
                    types.add(file);
                }
            }
        }
        assertThat(types.size()).isAtLeast(50);
        return types;
    }

    @Test
    void everyRowOfThePageSaysWhatByWhatAndWhere() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/numbers.md")).stream()
                .filter(line -> line.startsWith("|"))
                .toList();
        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            List<String> cells = Pattern.compile("\\|")
                    .splitAsStream(row)
                    .map(String::strip)
                    .skip(1)
                    .toList();
            assertWithMessage(row).that(cells).hasSize(3);
            assertWithMessage(row).that(cells).doesNotContain("");
            boolean heads = cells.get(2).equals("Test") || cells.get(2).equals("---");
            assertWithMessage(row).that(heads || cells.get(2).contains("Test`")).isTrue();
        }
    }

    /** The words in back quotes. */
    private static Stream<String> quoted() throws IOException {
        return QUOTED.matcher(Files.readString(ROOT.resolve("docs/numbers.md")))
                .results()
                .map(word -> word.group(1));
    }

    /** Names of the files with an ending, without it. */
    private static Set<String> files(Path top, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
