package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Documentation.Language;
import io.regulus.testing.docs.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No block of code in the documentation escapes the tests: each is found, and each kind has the test that says it does. */
class BlocksTest {
    /** A fence as Markdown knows it: indented, of tildes, in capitals. */
    private static final Pattern FENCE = Pattern.compile("^[ >]*(?:```+|~~~+)[ ]*([A-Za-z]\\S*)", Pattern.MULTILINE);

    @Test
    void everyFenceIsOneThatTheTestsFind() {
        Map<String, Long> fences = new TreeMap<>();
        for (String page : Documentation.pages()) {
            FENCE.matcher(Documentation.text(page))
                    .results()
                    .map(MatchResult::group)
                    .forEach(fence -> fences.merge(fence, 1L, Long::sum));
        }
        Map<String, Long> found = new TreeMap<>();
        for (Language language : Language.values()) {
            found.put("```" + language.fence(), (long)
                    Documentation.blocks(language).size());
        }
        assertThat(fences).isEqualTo(found);
    }

    @Test
    void everyJavaBlockHasItsTest() throws IOException {
        int sum = 0;
        for (Kind kind : Kind.values()) {
            int blocks = Documentation.blocks(kind).size();
            assertWithMessage("blocks of " + kind).that(blocks).isGreaterThan(0);
            sum += blocks;
            assertWithMessage(kind.test())
                    .that(Files.readString(Documentation.ROOT.resolve(kind.test())))
                    .contains("Kind." + kind.name());
        }
        assertThat(sum).isEqualTo(Documentation.blocks(Language.JAVA).size());
    }

    @Test
    void blocksOfOptionalModulesNameModules() {
        Set<String> modules = Documentation.blocks(Language.JAVA).stream()
                .filter(block -> block.text().startsWith("// regulus-"))
                .map(block -> block.text().lines().findFirst().orElseThrow().substring("// regulus-".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(modules).containsExactly("keras", "micrometer", "parquet", "tuner");
        assertThat(Arrays.stream(Kind.values()).map(Kind::test).map(test -> test.substring(0, test.indexOf('/'))))
                .containsAtLeastElementsIn(modules);
    }
}
