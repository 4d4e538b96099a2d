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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page on errors shows as wrong is told to be wrong, with the code of its section. The page leaves out what an example does not
 * need: here it is put around it in several ways, and one of them has to give the code.
 */
class ErrorExamplesTest {
    private static final Pattern TYPE = Pattern.compile("\\b(class|enum|interface) \\w+");
    private static final Pattern SECTION = Pattern.compile("^## (RG\\d+)", Pattern.MULTILINE);

    private static final String RESIDUAL =
            "@Block abstract class Residual { @Dense(units = Block.WIDTH) Layer same; } ";
    private static final String HOUSE = "@Features record House(@Numeric float rooms, @Label String kind) {} ";
    private static final String WORDS =
            "@Network @Classifier(classes = 10) @Adam abstract class Net { @Input(shape = 8, type = INT32) Layer words; ";

    /** What a network reads, in the order in which it is tried. */
    private static final List<String> INPUTS = List.of("4", "{28, 28, 3}", "{20, 6}");

    private static final List<String> TASKS = List.of("@Regressor", "@Classifier(classes = 10)");
    /** What ends a network of fields: as it is, or by a layer of its own. */
    private static final List<String> ENDS = List.of("", "@Dense(units = 1) Layer end;");

    /** What single codes need around their examples. */
    private static final Map<String, String> AROUND = Map.ofEntries(
            Map.entry("RG025", "@Network(input = 4) @Adam abstract class Net { @Dense(units = 8) Layer hidden; %s }"),
            Map.entry(
                    "RG053",
                    "@Network(input = 4) @Regressor @Adam abstract class Net { @Dense(units = 1) Layer head; %s }"),
            Map.entry(
                    "RG073",
                    RESIDUAL
                            + "@Network(input = 4) @Regressor @Adam abstract class Net { %s @Dense(units = 1) Layer end; }"),
            Map.entry(
                    "RG075",
                    "%s @Network(input = 4) @Regressor @Adam abstract class Net { Deep deep; @Dense(units = 1) Layer end; }"),
            Map.entry(
                    "RG076",
                    "%s @Network(input = 4) @Regressor @Adam abstract class Net { Head head; @Dense(units = 1) Layer end; }"),
            Map.entry("RG088", HOUSE + "%s @Regressor @Adam abstract class Net { @Dense(units = 1) Layer end; }"),
            Map.entry("RG089", HOUSE + "%s @Adam abstract class Net { @Dense(units = 1) Layer end; }"),
            Map.entry("RG121", WORDS + "%s @Dense(units = 10) Layer end; }"),
            Map.entry("RG122", WORDS + "%s @GlobalAvgPool1D Layer mean; @Dense(units = 10) Layer end; }"),
            Map.entry(
                    "RG123",
                    "@Network @Classifier(classes = 10) @Adam abstract class Net { @Input(shape = {5, 8}) Layer answer;"
                            + " @Input(shape = {5, 8}) Layer question; %s @Flatten Layer flat; @Dense(units = 10) Layer end; }"),
            Map.entry(
                    "RG128",
                    "@Network(input = 4) @Adam abstract class Net { @Dense(units = 1) @Regressor Layer size; @From(\"input\") %s }"));

    /** Codes of what no source alone brings about. */
    private static final Map<String, String> NOT_GIVEN = Map.of(
            "RG090", "Regulus itself has to fail", "RG091", "another processor has to write a file of that name");

    @TempDir
    Path folder;

    @Test
    void everyExampleGivesTheCodeOfItsSection() throws IOException {
        List<Block> examples = Documentation.blocks(Kind.WRONG);
        assertThat(examples.size()).isAtLeast(100);
        List<String> silent = new ArrayList<>();
        for (Block example : examples) {
            String code = code(example);
            if (gives(example, code) == NOT_GIVEN.containsKey(code)) {
                silent.add(example.place() + " " + code);
            }
        }
        assertWithMessage("examples that do not give their code, or do without being expected to")
                .that(silent)
                .isEmpty();
    }

    private boolean gives(Block example, String code) throws IOException {
        if (AROUND.containsKey(code)) {
            return codes(example, AROUND.get(code).replace("%s", "\n" + example.text()))
                    .contains(code);
        }
        if (NOT_GIVEN.containsKey(code)) {
            return codes(example, example.text()).contains(code);
        }
        Set<String> tried = new HashSet<>();
        tried.add(example.text());
        if (TYPE.matcher(example.text()).find()
                && codes(example, example.text()).contains(code)) {
            return true;
        }
        for (String input : INPUTS) {
            for (String end : ENDS) {
                for (String task : TASKS) {
                    String source = completed(example.text(), input, task, end);
                    if (tried.add(source) && codes(example, source).contains(code)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String code(Block block) {
        String before = Documentation.text(block.page())
                .lines()
                .limit(block.line())
                .reduce("", (text, line) -> text + "\n" + line);
        List<MatchResult> sections = SECTION.matcher(before).results().toList();
        return sections.get(sections.size() - 1).group(1);
    }

    private Set<String> codes(Block example, String source) throws IOException {
        Path file =
                Files.createDirectories(folder.resolve(example.identifier())).resolve("Net.java");
        Files.writeString(file, "package test;\n" + Documentation.modelImports() + source);
        return Compilers.JAVAC.compile(List.of(file), folder, List.of(), new RegulusProcessor()).stream()
                .map(message -> message.getMessage(Locale.ROOT))
                .filter(text -> text.startsWith("[RG"))
                .map(text -> text.substring(1, text.indexOf(']')))
                .collect(Collectors.toSet());
    }

    /** With what the page leaves out. */
    private static String completed(String text, String input, String task, String end) {
        StringBuilder head = new StringBuilder();
        if (!text.contains("@Network")) {
            head.append(text.contains("@Input") ? "@Network " : "@Network(input = " + input + ") ");
        }
        if (!Pattern.compile("@(Regressor|Classifier|BinaryClassifier)\\b")
                .matcher(text)
                .find()) {
            head.append(task).append(' ');
        }
        if (!Pattern.compile("@(Sgd|Adam|AdamW|RmsProp|Lion|Lamb|Nadam|Adagrad)\\b")
                .matcher(text)
                .find()) {
            head.append("@Adam ");
        }
        if (TYPE.matcher(text).find()) {
            return text.replaceFirst(
                    "(?m)^(?=(final |abstract |private |public )*(class|interface|enum) Net\\b)", head.toString());
        }
        if (Pattern.compile("\\b\\w+ [\\w$]+;").matcher(text).find()) {
            return head + "abstract class Net {\n" + text + "\n" + end + "\n}\n";
        }
        String layers = end.isEmpty() ? "@Dense(units = 8) Layer hidden; @Dense(units = 1) Layer end;" : end;
        return text + "\n" + head + "abstract class Net {\n" + layers + "\n}\n";
    }
}
