package io.regulus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void charactersAreCodePoints() {
        assertEquals(List.of("a", " ", "😀", "中", "!"), Tokenizer.characters().tokens("a 😀中!"));
        assertEquals(List.of(), Tokenizer.characters().tokens(""));
    }

    @Test
    void wordsAndNumbersWithoutWhatIsBetween() {
        assertEquals(
                List.of("Don't", "panic", "it's", "3.14", "or", "Über", "42"),
                Tokenizer.words().tokens("Don't panic -- it's 3.14, or... \"Über\" (42)!"));
        assertEquals(List.of(), Tokenizer.words().tokens(" ... "));
    }

    @Test
    void lowerCaseIsThatOfNoLanguage() {
        assertEquals(List.of("title", "straße"), Tokenizer.words().lowerCase().tokens("TITLE Straße"));
        assertEquals(List.of("i", "ß"), Tokenizer.characters().lowerCase().tokens("Iß"));
    }
}
