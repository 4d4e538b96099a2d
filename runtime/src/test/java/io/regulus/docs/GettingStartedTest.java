package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page of a newcomer: its listings are the package {@code first}, which is compiled with these tests and run here. */
class GettingStartedTest {
    private static final Path PAGE = Path.of("../docs/getting-started.md");
    private static final Path SOURCES = Path.of("src/test/java/first");

    @TempDir
    Path folder;

    @Test
    void theListingsAreWhatIsCompiled() throws Exception {
        List<String> listings = Pattern.compile("^```java\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(listings).hasSize(2);
        assertThat(compact(listings.get(0))).isEqualTo(compact(Files.readString(SOURCES.resolve("Spirals.java"))));
        assertThat(compact(listings.get(1))).isEqualTo(compact(Files.readString(SOURCES.resolve("Main.java"))));
    }

    /** Without white space, for the listings are indented as those of the other pages. */
    private static String compact(String source) {
        return source.replaceAll("\\s+", "");
    }

    @Test
    void theProgramPrintsWhatThePageShows() throws Exception {
        String page = Files.readString(PAGE);
        String shown = page.substring(page.indexOf("first.Spirals\nlayer"));
        List<String> summary = shown.substring(0, shown.indexOf("```")).lines().toList();
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "first.Main")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
        List<String> lines =
                Files.readAllLines(out).stream().map(String::stripTrailing).toList();
        assertThat(lines).containsAtLeastElementsIn(summary).inOrder();
        Matcher right = Pattern.compile("right of 1,000 new points: (\\d+)").matcher(Files.readString(out));
        assertThat(right.find()).isTrue();
        // the spirals do not touch: their noise is a tenth of the distance between them
        assertThat(Integer.parseInt(right.group(1))).isAtLeast(980);
        assertThat(Files.exists(folder.resolve("spirals/model.safetensors"))).isTrue();
        assertThat(Files.exists(folder.resolve("run.html"))).isTrue();
        assertThat(Files.readString(out)).contains("epoch 20/20");
    }
}
