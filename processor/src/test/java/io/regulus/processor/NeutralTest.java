package io.regulus.processor;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.annotations.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the annotations say of switching regularisers off. */
class NeutralTest {
    private static final Path ANNOTATIONS = Path.of("../annotations/src/main/java/io/regulus/annotations");
    private static final Pattern NUMBER =
            Pattern.compile("@Range\\(\"([^\"]+)\"\\)\\s+@Neutral\\(([^)]+)\\)\\s+(@Regularises)?");

    @Test
    void everyNeutralValueLiesInItsRangeAndBelongsToARegulariser() throws IOException {
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            boolean whole = source.matches("(?s).*\\n@Regularises(\\(noisy = true\\))?\\n.*");
            Matcher numbers = NUMBER.matcher(source);
            for (MatchResult number : numbers.results().toList()) {
                seen++;
                assertWithMessage(file.toString())
                        .that(Interval.parse(number.group(1)).containsAsFloat(Double.parseDouble(number.group(2))))
                        .isTrue();
                assertWithMessage(file + " says that it regularises, once")
                        .that(whole ^ number.group(3) != null)
                        .isTrue();
            }
            assertWithMessage(file + ": @Neutral stands behind @Range")
                    .that(numbers.reset().results().count())
                    .isEqualTo(source.split("\\s@Neutral\\(", -1).length - 1);
        }
        assertWithMessage("neutral values").that(seen).isAtLeast(45);
    }

    @Test
    void whatDropsDecaysOrSmoothsHasANeutralValue() throws IOException {
        // by the names of elements, which is guessing, as a check on what is stated
        Pattern named = Pattern.compile(
                "(@Neutral\\(0\\)\\s+)?(@Regularises(\\([^)]*\\))?\\s+)?double (p|l1|l2|dropout|recurrentDropout|weightDecay|labelSmoothing|stddev)\\(\\)");
        for (Path file : sources()) {
            named.matcher(Files.readString(file))
                    .results()
                    .forEach(found -> assertWithMessage(file + ": " + found.group())
                            .that(found.group(1))
                            .isNotNull());
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(ANNOTATIONS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
