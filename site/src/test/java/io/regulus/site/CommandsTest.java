package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Documentation.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The commands and poms that the documentation shows name what there is: profiles, modules, properties, tests, classes, versions. */
class CommandsTest {
    /** A command in a line, or one in a block of its own. */
    private static final Pattern INLINE = Pattern.compile("`(mvn [^`\n]+)`");
    /** A word of a command, with what is quoted in it. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

    private static final Set<String> PHASES = Set.of("clean", "compile", "test", "package", "verify", "install");
    private static final Set<String> FLAGS = Set.of("-q", "-am", "-o", "-B");
    /** Properties of Maven's plugins, which no pom of ours mentions. */
    private static final Set<String> OF_PLUGINS = Set.of(
            "test",
            "surefire.failIfNoSpecifiedTests",
            "includeScope",
            "outputDirectory",
            "mdep.outputFile",
            "exec.mainClass",
            "exec.executable",
            "exec.args");
    /** Plugins that users ask for by their prefixes. */
    private static final Set<String> OF_USERS = Set.of("dependency");

    private static Poms poms;

    @BeforeAll
    static void read() throws Exception {
        poms = new Poms();
    }

    private record Command(String place, List<String> words) {
        static Command of(String place, String text) {
            return new Command(
                    place,
                    WORD.matcher(text)
                            .results()
                            .map(word -> word.group().replace("\"", ""))
                            .toList());
        }

        @Override
        public String toString() {
            return place + ": " + String.join(" ", words);
        }
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Block block : Documentation.blocks(Language.BASH)) {
            block.text().lines().forEach(line -> commands.add(Command.of(block.place(), line)));
        }
        List<String> pages = new ArrayList<>(Documentation.pages());
        pages.add("benchmarks/README.md");
        for (String page : pages) {
            INLINE.matcher(Documentation.text(page))
                    .results()
                    .forEach(found -> commands.add(Command.of(page, found.group(1))));
        }
        return commands;
    }

    @TestFactory
    Stream<DynamicTest> everyCommandNamesWhatThereIs() {
        List<Command> commands = commands();
        assertThat(commands.size()).isAtLeast(40);
        return commands.stream().map(command -> dynamicTest(command.toString(), () -> check(command)));
    }

    private static void check(Command command) throws IOException {
        assertWithMessage("a program that this test knows")
                .that(command.words().get(0))
                .isEqualTo("mvn");
        List<String> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-pl")) {
                i++;
                assertWithMessage("modules")
                        .that(poms.modules())
                        .containsAtLeastElementsIn(words.get(i).split(","));
            } else if (word.startsWith("-P")) {
                assertWithMessage("profiles")
                        .that(poms.profiles())
                        .containsAtLeastElementsIn(word.substring(2).split(","));
            } else if (word.startsWith("-D")) {
                property(word.substring(2));
            } else if (word.startsWith("-")) {
                assertWithMessage("flags").that(FLAGS).contains(word);
            } else if (word.contains(":")) {
                Set<String> prefixes = new TreeSet<>(poms.prefixes());
                prefixes.addAll(OF_USERS);
                assertWithMessage("prefixes of plugins").that(prefixes).contains(word.substring(0, word.indexOf(':')));
            } else {
                assertWithMessage("phases").that(PHASES).contains(word);
            }
        }
    }

    private static void property(String assignment) throws IOException {
        String name = assignment.replaceAll("=.*", "");
        if (name.equals("test")) {
            assertWithMessage(assignment)
                    .that(isSource(assignment.substring("test=".length())))
                    .isTrue();
        } else if (!OF_PLUGINS.contains(name) && !poms.properties().contains(name)) {
            assertWithMessage(assignment + " is read by nothing")
                    .that(isReadBySources(name))
                    .isTrue();
        }
        Pattern.compile("io\\.regulus\\.[\\w.]+")
                .matcher(assignment)
                .results()
                .forEach(type -> assertWithMessage(type.group())
                        .that(poms.modules().stream()
                                .anyMatch(module -> Files.exists(Documentation.ROOT
                                        .resolve(module)
                                        .resolve("src/main/java/" + type.group().replace('.', '/') + ".java"))))
                        .isTrue());
    }

    private static boolean isSource(String type) throws IOException {
        return sources().stream().anyMatch(file -> file.endsWith(type + ".java"));
    }

    private static boolean isReadBySources(String property) throws IOException {
        for (Path file : sources()) {
            if (Files.readString(file).contains("\"" + property + "\"")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : poms.modules()) {
            Path folder = Documentation.ROOT.resolve(module).resolve("src");
            if (!module.isEmpty() && Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }

    @Test
    void everyPomParsesAndHasTheVersionsOfThisBuild() throws Exception {
        for (Block block : Documentation.blocks(Language.XML)) {
            Document pom = Poms.parse("<shown>" + block.text() + "</shown>");
            List<Element> artifacts = Stream.of("dependency", "plugin", "path")
                    .flatMap(kind -> Poms.elements(pom, kind).stream())
                    .toList();
            assertThat(artifacts).isNotEmpty();
            for (Element shown : artifacts) {
                String artifact = Poms.child(shown, "artifactId").orElseThrow();
                String group = Poms.child(shown, "groupId").orElseThrow();
                if (group.equals("io.regulus")) {
                    assertWithMessage(block.place()).that(poms.artifacts()).contains(artifact);
                }
                Optional<String> version = Poms.child(shown, "version");
                if (version.isPresent()) {
                    assertWithMessage(block.place() + " " + artifact)
                            .that(version)
                            .isEqualTo(poms.version(group, artifact));
                }
            }
        }
    }
}
