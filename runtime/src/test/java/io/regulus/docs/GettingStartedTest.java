package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaProcess;
import io.regulus.testing.docs.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        List<Block> listings = Documentation.blocks(Kind.FIRST_PROGRAM);
        assertThat(listings).hasSize(2);
        // without white space, for the listings are indented as those of the other pages
        assertThat(listings.get(0).compact())
                .isEqualTo(Block.compact(Files.readString(SOURCES.resolve("Spirals.java"))));
        assertThat(listings.get(1).compact()).isEqualTo(Block.compact(Files.readString(SOURCES.resolve("Main.java"))));
    }

    @Test
    void theProgramPrintsWhatThePageShows() throws Exception {
        String page = Files.readString(PAGE);
        String shown = page.substring(page.indexOf("first.Spirals\nlayer"));
        List<String> summary = shown.substring(0, shown.indexOf("```")).lines().toList();
        String out = JavaProcess.run(folder, List.of(), List.of("first.Main"));
        List<String> lines = out.lines().map(String::stripTrailing).toList();
        assertThat(lines).containsAtLeastElementsIn(summary).inOrder();
        Matcher right = Pattern.compile("right of 1,000 new points: (\\d+)").matcher(out);
        assertThat(right.find()).isTrue();
        // the spirals do not touch: their noise is a tenth of the distance between them
        assertThat(Integer.parseInt(right.group(1))).isAtLeast(980);
        assertThat(Files.exists(folder.resolve("spirals/model.safetensors"))).isTrue();
        assertThat(Files.exists(folder.resolve("run.html"))).isTrue();
        assertThat(out).contains("epoch 20/20");
    }
}
