package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every annotation has its picture or a reason, and every picture says what is so. */
class EffectsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path ANNOTATIONS = Path.of("../annotations/src/main/java/io/regulus/annotations");
    private static final Reference REFERENCE = new Reference(DOCS);

    private static List<Effect> effects;

    @BeforeAll
    static void draw() {
        effects = Catalogue.effects();
    }

    private static Set<String> drawn() {
        return effects.stream()
                .map(effect -> effect.annotation().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyAnnotationHasAPictureOrAReason() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.list(ANNOTATIONS)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("public @interface")) {
                    types.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(types.size()).isAtLeast(100);
        Set<String> known = drawn();
        assertWithMessage("drawn, and said to have no picture")
                .that(known.stream()
                        .filter(Catalogue.WITHOUT_PICTURE::containsKey)
                        .toList())
                .isEmpty();
        known.addAll(Catalogue.WITHOUT_PICTURE.keySet());
        assertThat(known).containsExactlyElementsIn(types);
    }

    @Test
    void everyPictureShowsWhatItSays() {
        Map<String, String> wrong = new TreeMap<>();
        for (Effect effect : effects) {
            assertWithMessage(effect.file()).that(effect.claims()).isNotEmpty();
            effect.claims().stream()
                    .filter(claim -> !claim.holds())
                    .forEach(claim -> wrong.put(effect.file(), claim.words()));
        }
        assertWithMessage("what pictures say and do not show").that(wrong).isEmpty();
    }

    @Test
    void everyPictureStandsInItsSection() throws IOException {
        for (Effect effect : effects) {
            String annotation = effect.annotation().getSimpleName();
            String page = Files.readString(REFERENCE.page(annotation).orElseThrow());
            String section = page.substring(page.indexOf("## @" + annotation + "\n") + 4);
            section = section.contains("\n## ") ? section.substring(0, section.indexOf("\n## ")) : section;
            assertWithMessage("section of @" + annotation).that(section).contains(Reference.line(effect));
        }
        try (Stream<Path> files = Files.list(REFERENCE.pictures())) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyElementsIn(
                            effects.stream().map(Effect::file).toList());
        }
    }

    /** By their words, for last digits are those of a machine. {@code mvn -Peffects -pl effects -am verify} draws anew. */
    @Test
    void thePicturesAreThoseOfThisCode() throws IOException {
        for (Effect effect : effects) {
            String there = Files.readString(REFERENCE.pictures().resolve(effect.file()));
            assertWithMessage(effect.file() + ", to be drawn anew")
                    .that(form(there))
                    .isEqualTo(form(effect.svg()));
            assertWithMessage(effect.file()).that(there.length()).isLessThan(40_000);
        }
    }

    /** The title and the words, and how many pictures there are. */
    private static List<String> form(String svg) {
        return Pattern.compile("<title>(.*)</title>|<text[^>]*>(.*[a-z].*)</text>|<(image)")
                .matcher(svg)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll("^<[^>]*>|</.*$", ""))
                .toList();
    }

    @Test
    void drawingsAreTheSameEachTime() {
        Map<String, String> first = new TreeMap<>();
        for (Effect effect : NoiseEffects.all()) {
            first.put(effect.file(), effect.svg());
        }
        for (Effect effect : effects) {
            if (first.containsKey(effect.file())) {
                assertThat(effect.svg()).isEqualTo(first.get(effect.file()));
            }
        }
    }

    @Test
    void singularValuesAreThoseOfAMatrixOnPaper() {
        // [[3, 0], [4, 5]]: A^T A has the eigenvalues 45 and 5
        double[] values = SingularValues.of(new double[][] {{3, 0}, {4, 5}});
        assertThat(values[0]).isWithin(1e-12).of(Math.sqrt(45));
        assertThat(values[1]).isWithin(1e-12).of(Math.sqrt(5));
    }
}
