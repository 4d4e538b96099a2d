package io.regulus.text;

import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TextEncoderTest {
    /** a 2, b 3, c 4, d 5. */
    private static final TextEncoder LETTERS =
            TextEncoder.of(Tokenizer.characters(), 4).withVocabulary(Vocabulary.of(List.of("a", "b", "c", "d")));

    @Test
    void textsAreCutAndFilledAtEitherSide() {
        assertArrayEquals(new int[] {2, 3, 0, 0}, LETTERS.ids("ab"));
        assertArrayEquals(new int[] {0, 0, 2, 3}, LETTERS.padding(Side.FRONT).ids("ab"));
        assertArrayEquals(new int[] {2, 3, 4, 5}, LETTERS.ids("abcdz"));
        assertArrayEquals(new int[] {3, 4, 5, 1}, LETTERS.truncating(Side.FRONT).ids("abcdz"));
        assertArrayEquals(new int[] {0, 0, 0, 0}, LETTERS.ids(""));
        assertArrayEquals(new int[] {1, 0, 0, 0}, LETTERS.ids("😀"));
    }

    @Test
    void labelsAreThePlacesOfTheClasses() {
        TextEncoder encoder = LETTERS.withClasses("yes", "no");
        Dataset data = encoder.encode(List.of("a", "b", "c"), List.of("no", "yes", "no"));
        assertArrayEquals(new int[] {1, 0, 1}, data.labels().toArray());
        assertEquals(List.of("yes", "no"), data.classNames());
        int[] rows = new int[12];
        data.copyInts(new int[] {0, 1, 2}, 0, 3, rows);
        assertArrayEquals(new int[] {2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0}, rows);
        assertFails(
                IllegalArgumentException.class,
                () -> encoder.encode(List.of("a"), List.of("yess")),
                "labels[0] = 'yess'",
                "[yes, no]",
                "did you mean 'yes'?");
        assertFails(
                IllegalStateException.class, () -> LETTERS.encode(List.of("a"), List.of("yes")), "knows no classes");
        assertFails(IllegalArgumentException.class, () -> LETTERS.withClasses("a", "a"), "'a' occurs twice");
        assertFails(IllegalArgumentException.class, () -> TextEncoder.of(Tokenizer.words(), 0), "length 0");
    }

    @Test
    void theVocabularyIsThatOfTheTexts() {
        TextEncoder encoder = TextEncoder.of(Tokenizer.words().lowerCase(), 3)
                .withVocabulary(4, List.of("The cat", "the dog", "A cat, the"));
        assertEquals(List.of("the", "cat"), encoder.vocabulary().tokens());
        assertArrayEquals(new int[] {2, 1, 3}, encoder.ids("THE big cat!"));
    }

    /** All its rows would be of unknown tokens. */
    @Test
    void anEncoderWithoutVocabularyIsRefused() {
        TextEncoder none = TextEncoder.of(Tokenizer.words(), 2).withClasses("x", "y");
        for (Executable encoding : List.<Executable>of(
                () -> none.ids("a"),
                () -> none.encode(List.of("a")),
                () -> none.encode(List.of("a"), List.of("x")),
                () -> none.withVocabulary(Vocabulary.of(List.of())).ids("a"))) {
            assertFails(IllegalStateException.class, encoding, "knows no tokens", "withVocabulary(5000, texts)");
        }
    }

    @Test
    void jsonGivesTheSameRows() {
        TextEncoder encoder = TextEncoder.of(Tokenizer.words().lowerCase(), 3)
                .withVocabulary(10, List.of("one two two", "\"three\" 中"))
                .withClasses("x", "y")
                .padding(Side.FRONT)
                .truncating(Side.FRONT);
        TextEncoder again = TextEncoder.fromJson(encoder.toJson());
        for (String text : List.of("Two", "one two three four two", "", "中 one")) {
            assertArrayEquals(encoder.ids(text), again.ids(text));
        }
        assertEquals(encoder.classNames(), again.classNames());
        assertEquals(encoder.vocabulary(), again.vocabulary());
        assertEquals(encoder.toJson(), again.toJson());
        assertEquals(LETTERS.toJson(), TextEncoder.fromJson(LETTERS.toJson()).toJson());
    }
}
