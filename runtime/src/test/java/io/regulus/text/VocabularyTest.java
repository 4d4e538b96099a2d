package io.regulus.text;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static VocabularyBuilder counted(String... texts) {
        return Vocabulary.builder(Tokenizer.characters()).add(List.of(texts));
    }

    @Test
    void theMostFrequentFirstThenByCodePoint() {
        // c 3, a 2, b 2, U+FFFD 1, U+1F600 1: as chars the last two would change places.
        Vocabulary vocabulary = counted("cab", "cab😀", "c\uFFFD").build();
        assertEquals(List.of("c", "a", "b", "\uFFFD", "😀"), vocabulary.tokens());
        assertEquals(7, vocabulary.size());
        assertEquals(2, vocabulary.id("c"));
        assertEquals(6, vocabulary.id("😀"));
        assertEquals(Vocabulary.UNKNOWN, vocabulary.id("z"));
        assertEquals(Optional.of("a"), vocabulary.token(3));
        assertEquals(Optional.empty(), vocabulary.token(Vocabulary.PADDING));
        assertEquals(Optional.empty(), vocabulary.token(Vocabulary.UNKNOWN));
        assertFails(IllegalArgumentException.class, () -> vocabulary.token(7), "id 7", "0 to 6");
    }

    @Test
    void rareAndSurplusTokensAreUnknown() {
        assertEquals(
                List.of("c", "a", "b"),
                counted("cab", "cab", "cd").minCount(2).build().tokens());
        assertEquals(
                List.of("c"), counted("cab", "cab", "cd").maxSize(3).build().tokens());
        assertFails(IllegalArgumentException.class, () -> counted("a").maxSize(2), "maxSize(2)", "at least 3");
        assertFails(IllegalArgumentException.class, () -> counted("a").minCount(0), "minCount(0)");
        assertFails(IllegalStateException.class, () -> counted().build(), "no tokens");
        assertFails(
                IllegalStateException.class,
                () -> counted("ab").minCount(2).build(),
                "none of 2 tokens is there 2 times");
    }

    @Test
    void jsonGivesTheSame() {
        Vocabulary vocabulary = Vocabulary.of(List.of("\"quoted\"", "\u2028", "中", "\\", "😀", " "));
        assertEquals(vocabulary, Vocabulary.fromJson(vocabulary.toJson()));
    }
}
