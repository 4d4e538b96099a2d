package io.regulus.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** See {@link Tokenizer#words}. */
record WordTokenizer(boolean isLowerCase) implements Tokenizer {
    @Override
    public Tokenizer lowerCase() {
        return new WordTokenizer(true);
    }

    @Override
    public List<String> tokens(String text) {
        String read = isLowerCase ? text.toLowerCase(Locale.ROOT) : text;
        // An iterator is for one thread: each text has its own.
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(read);
        List<String> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String part = read.substring(start, end);
            if (part.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(part);
            }
            start = end;
        }
        return words;
    }
}
