package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation says of the runtime: what is shown of generated code is generated, and the page of proofs names what there is. */
class DocsExamplesTest {
    private static final Path ROOT = Documentation.ROOT;
    private static final Path FIXTURES = Path.of("src/test/resources/parity");
    private static final Path GOLDEN = ROOT.resolve("processor/src/test/resources/golden");
    /** The name of a generated class, and what is shown of it. */
    private static final Pattern EXCERPT = Pattern.compile("\\A// (FashionNet\\w+)\n(.*)", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    @Test
    void whatIsShownOfGeneratedCodeIsGenerated() throws IOException {
        List<Block> excerpts = Documentation.blocks(Kind.GENERATED);
        assertThat(excerpts).isNotEmpty();
        for (Block block : excerpts) {
            Matcher excerpt = EXCERPT.matcher(block.text());
            assertWithMessage(block.place()).that(excerpt.matches()).isTrue();
            String generated = Files.readString(GOLDEN.resolve("FashionNet/models/" + excerpt.group(1) + ".java"));
            assertThat(generated.stripIndent()).contains(excerpt.group(2).indent(2));
        }
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
