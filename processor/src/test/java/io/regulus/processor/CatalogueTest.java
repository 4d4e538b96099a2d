package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue, its documentation and the fixtures that fail with it agree. */
class CatalogueTest {
    private static final Path DOCS = Path.of("../docs/errors.md");
    private static final Pattern SECTION = Pattern.compile("^## (.*)$", Pattern.MULTILINE);

    @Test
    void idsAreUniqueAndInOrder() {
        List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
        assertThat(ids).isInStrictOrder();
        ids.forEach(id -> assertThat(id).matches("RG\\d{3}"));
    }

    @Test
    void everyCodeHasItsSectionInTheDocs() throws IOException {
        String docs = Files.readString(DOCS);
        List<String> sections =
                SECTION.matcher(docs).results().map(found -> found.group(1)).toList();
        assertThat(sections)
                .containsExactlyElementsIn(Arrays.stream(Code.values())
                        .map(code -> code.id() + ": " + code.title())
                        .toList())
                .inOrder();
    }

    @Test
    void everySectionHasAnExampleAndACure() throws IOException {
        String docs = Files.readString(DOCS);
        List<MatchResult> sections = SECTION.matcher(docs).results().toList();
        for (int i = 0; i < sections.size(); i++) {
            int end = i + 1 < sections.size() ? sections.get(i + 1).start() : docs.length();
            String section = docs.substring(sections.get(i).start(), end);
            assertThat(section).contains("```");
            assertThat(section).contains("Cure: ");
        }
    }

    @Test
    void everyCodeHasAFixtureInItsFolder() {
        assertThat(Fixture.in("fixtures").map(Fixture::folder).collect(Collectors.toSet()))
                .containsExactlyElementsIn(
                        Arrays.stream(Code.values()).map(Code::id).toList());
        for (Fixture fixture : Fixture.in("fixtures").toList()) {
            assertThat(fixture.expected().stream().map(Fixture.Expected::code)).contains(fixture.folder());
        }
    }

    @Test
    void thereAreManyFixtures() {
        assertThat(Fixture.in("fixtures").count()).isAtLeast(200L);
    }

    @Test
    void adviceStartsAt100() {
        assertThat(Stream.of(Code.values())
                        .filter(code -> code.severity() == Severity.ADVICE)
                        .map(Code::id)
                        .min(String::compareTo))
                .hasValue("RG101");
    }
}
