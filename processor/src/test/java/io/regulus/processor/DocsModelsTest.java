package io.regulus.processor;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of models: every example compiles without advice, every annotation is described. The runtime's tests train them. */
class DocsModelsTest {
    private static final Path ROOT = Documentation.ROOT;
    private static final Path ANNOTATIONS = ROOT.resolve("annotations/src/main/java/io/regulus/annotations");

    private static final Pattern BLOCK = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile(
            "^    (?:@Range\\(\"([^\"]+)\"\\)\n    )?(?:@(?:Neutral|Regularises)(?:\\([^)]*\\))?\n    )*([\\w\\[\\]<>?]+) (\\w+)\\(\\)(?: default ([^;]+))?;",
            Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| `([^`]+)` \\| ([^|]*) \\| ([^|]*) \\|", Pattern.MULTILINE);

    /** What no model is written with: the compiler writes it, or it stands on other annotations. */
    private static final Set<String> UNWRITTEN = Set.of("DecayGroups", "Neutral", "Range", "Regularises");

    /** What speaks to the compiler alone. */
    private static final Set<String> WITHOUT_CODE = Set.of("AcceptAdvice");

    /** What has no counterpart: it is about annotations. */
    private static final Set<String> OURS_ALONE =
            Set.of("AcceptAdvice", "DecayGroups", "Neutral", "Range", "Regularises");

    /** What the source of an annotation says that draws anew in every step. */
    private static final Pattern RANDOM = Pattern.compile("(?i)probability of dropping|model's seed");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("pages")
    void everyModelCompilesWithoutAdvice(String page) throws IOException {
        List<String> models = Documentation.blocks(Kind.MODEL).stream()
                .filter(block -> block.page().equals(page))
                .map(Block::text)
                .toList();
        assertThat(models).isNotEmpty();
        Workplace workplace = new Workplace(folder);
        for (int i = 0; i < models.size(); i++) {
            workplace.with("Model" + i, Documentation.modelImports() + models.get(i));
        }
        workplace.compile(List.of("-Xlint:all"), new RegulusProcessor());
        assertThat(workplace.problems()).isEmpty();
        assertThat(workplace.generated())
                .hasSize(4 * models.size()
                        + (int) models.stream()
                                .filter(model -> model.contains("@Features"))
                                .count());
    }

    static List<String> pages() {
        return Documentation.blocks(Kind.MODEL).stream()
                .map(Block::page)
                .distinct()
                .toList();
    }

    /** The pages on annotations, one per kind. */
    private static List<Path> annotationPages() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/annotations"))) {
            return pages.sorted().toList();
        }
    }

    @Test
    void everyAnnotationHasItsSection() throws IOException {
        List<String> annotations = sources().entrySet().stream()
                .filter(source -> source.getValue().contains("public @interface"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(annotations.size()).isAtLeast(20);
        assertThat(sections().keySet()).containsExactlyElementsIn(annotations);
    }

    @Test
    void everyElementIsListedWithItsTypeRangeAndDefault() throws IOException {
        Map<String, String> sections = sections();
        for (Map.Entry<String, String> source : sources().entrySet()) {
            if (source.getValue().contains("public @interface")) {
                assertWithMessage("@" + source.getKey())
                        .that(rows(sections.get(source.getKey())))
                        .containsExactlyElementsIn(elements(source.getValue()))
                        .inOrder();
            }
        }
    }

    @Test
    void everyAnnotationHasAnExampleInItsSection() throws IOException {
        sections().forEach((name, section) -> {
            if (!UNWRITTEN.contains(name)) {
                String examples = BLOCK.matcher(section)
                        .results()
                        .map(block -> block.group(1))
                        .collect(Collectors.joining());
                assertWithMessage("example of @" + name).that(examples).containsMatch("@" + name + "\\b");
            }
        });
    }

    /**
     * What is read but not brought into the code would be without effect. Without an annotation its example is either refused or
     * another network.
     */
    @Test
    void everyAnnotationChangesWhatIsGenerated() throws IOException {
        Map<String, String> sections = sections();
        sections.keySet().removeAll(UNWRITTEN);
        sections.keySet().removeAll(WITHOUT_CODE);
        Workplace workplace = new Workplace(folder);
        for (Map.Entry<String, String> section : sections.entrySet()) {
            String name = section.getKey();
            String example = BLOCK.matcher(section.getValue())
                    .results()
                    .map(block -> block.group(1))
                    .filter(block -> block.contains("@" + name))
                    .findFirst()
                    .orElseThrow();
            String without = example.replaceAll("@" + name + "\\b(\\([^()]*\\))?", "");
            workplace.with("With" + name, Documentation.modelImports() + renamed(example, "With" + name));
            workplace.with("Without" + name, Documentation.modelImports() + renamed(without, "Without" + name));
        }
        workplace.compile(List.of(), new RegulusProcessor());
        Map<String, String> generated = workplace.generated();
        for (String name : sections.keySet()) {
            String code = code(generated, "With" + name);
            assertWithMessage("@" + name).that(code).isNotEmpty();
            assertWithMessage("code without @" + name)
                    .that(code(generated, "Without" + name))
                    .isNotEqualTo(code);
        }
    }

    private static String renamed(String example, String name) {
        Matcher declared =
                Pattern.compile("(?m)^(?:abstract class|interface) (\\w+)").matcher(example);
        // a record within it is named after it, too
        return declared.find() ? example.replaceAll("\\b" + declared.group(1) + "\\b", name) : example;
    }

    /** The network and its training as statements: without comments, imports and the names that the summary shows. */
    private static String code(Map<String, String> generated, String name) {
        return generated.entrySet().stream()
                .filter(file -> file.getKey().matches("test/" + name + "(_.*Rows|Graph|Training)\\.java"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining())
                .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "")
                .replaceAll("(?s)@Override\\s+public List<String> policies\\(\\).*?}", "")
                .replaceAll("(?s)@Override\\s+public List<Regulariser> regularisers\\(\\).*?}", "")
                .replaceAll("import [^;]*;", "")
                .replaceAll("\\s+", " ")
                .replace(name, "Net");
    }

    @Test
    void everyAnnotationSaysWhatItIsElsewhere() throws IOException {
        sections().forEach((name, section) -> {
            if (!OURS_ALONE.contains(name)) {
                assertWithMessage("@" + name).that(section).contains("PyTorch");
                assertWithMessage("@" + name).that(section).contains("Paddle");
            }
        });
    }

    @Test
    void whatDrawsInEachStepSaysWhatItDoesInInference() throws IOException {
        Map<String, String> sources = sources();
        Set<String> random = new TreeSet<>();
        for (Path path : annotationPages()) {
            String page = Files.readString(path);
            String head = page.substring(0, page.indexOf("\n## "));
            sections(page).forEach((name, section) -> {
                if (RANDOM.matcher(sources.get(name)).find()) {
                    random.add(name);
                    assertWithMessage("@" + name).that(head + section).containsMatch("inference|in training");
                }
            });
        }
        assertThat(random)
                .containsAtLeast("Cutout", "Dropout", "DropPath", "GaussianNoise", "Lstm", "MixUp", "TransformerBlock");
    }

    @Test
    void everyAnnotationIsLinkedFromTheIndex() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/annotations.md"));
        for (Path page : annotationPages()) {
            for (String name : sections(Files.readString(page)).keySet()) {
                assertThat(index)
                        .contains(String.format(
                                Locale.ROOT,
                                "[@%s](annotations/%s#%s)",
                                name,
                                page.getFileName(),
                                name.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** Name, type, range and default of each element, as the source has them. */
    private static List<String> elements(String source) {
        return ELEMENT.matcher(source.substring(source.indexOf("public @interface")))
                .results()
                .map(element -> String.format(
                        Locale.ROOT,
                        "%s %s %s %s",
                        element.group(3),
                        element.group(2),
                        element.group(1) == null ? "" : "`" + element.group(1) + "`",
                        element.group(4) == null
                                ? "required"
                                : "`" + element.group(4).replaceAll("\\b[A-Z]\\w+\\.(?=[A-Z])", "") + "`"))
                .toList();
    }

    /** The same, as the page has them. */
    private static List<String> rows(String section) {
        List<String> rows = new ArrayList<>();
        int table = section.indexOf("| Element |");
        if (table >= 0) {
            ROW.matcher(section.substring(table))
                    .results()
                    .forEach(row -> rows.add(String.format(
                            Locale.ROOT,
                            "%s %s %s %s",
                            row.group(1),
                            row.group(2),
                            row.group(3).strip(),
                            row.group(4))));
        }
        return rows;
    }

    /** The sections of annotations by name. */
    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new TreeMap<>();
        for (Path page : annotationPages()) {
            sections.putAll(sections(Files.readString(page)));
        }
        return sections;
    }

    private static Map<String, String> sections(String page) {
        List<MatchResult> headings = Pattern.compile("^##? (.*)$", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .toList();
        Map<String, String> sections = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String title = headings.get(i).group(1);
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : page.length();
            if (title.startsWith("@")) {
                sections.put(title.substring(1), page.substring(headings.get(i).start(), end));
            }
        }
        return sections;
    }

    /** The sources of the annotations' package by type. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(ANNOTATIONS)) {
            for (Path file : files.toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
