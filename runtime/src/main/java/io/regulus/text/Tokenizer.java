package io.regulus.text;

import java.util.List;

/** Takes texts apart: by {@link #characters} or by {@link #words}. */
public sealed interface Tokenizer permits CharacterTokenizer, WordTokenizer {
    /** Every character (a Unicode code point, not a {@code char}) is a token, blanks and punctuation too. */
    static Tokenizer characters() {
        return new CharacterTokenizer(false);
    }

    /**
     * Every word and number is a token; blanks, punctuation and signs are left out. Words end where Unicode's rules say so ({@link
     * java.text.BreakIterator}); for scripts without blanks between words, such as Chinese, take {@link #characters}.
     */
    static Tokenizer words() {
        return new WordTokenizer(false);
    }

    /** The same in lower case, by rules that are those of no language: {@code House} and {@code house} are one token. */
    Tokenizer lowerCase();

    /** Whether tokens are in lower case. */
    boolean isLowerCase();

    /** The tokens of a text, in its order; none of an empty text. */
    List<String> tokens(String text);
}
