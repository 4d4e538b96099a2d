package io.regulus.text;

import java.util.List;
import java.util.Locale;

/** See {@link Tokenizer#characters}. */
record CharacterTokenizer(boolean isLowerCase) implements Tokenizer {
    @Override
    public Tokenizer lowerCase() {
        return new CharacterTokenizer(true);
    }

    @Override
    public List<String> tokens(String text) {
        String read = isLowerCase ? text.toLowerCase(Locale.ROOT) : text;
        return read.codePoints().mapToObj(Character::toString).toList();
    }
}
