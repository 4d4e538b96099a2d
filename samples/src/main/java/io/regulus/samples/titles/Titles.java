package io.regulus.samples.titles;

import io.regulus.files.TextFiles;
import io.regulus.files.Texts;
import io.regulus.text.TextEncoder;
import io.regulus.text.Tokenizer;
import java.nio.file.Path;

/** Headlines with their classes: {@code title<TAB>class} a line, as the networks read them: by character. */
final class Titles {
    /** Characters that are read of a headline; few have more. */
    static final int LENGTH = 32;

    /** Ids of the characters, padding and unknown included. */
    static final int VOCABULARY = 5000;

    private static final TextEncoder CLASSES = TextEncoder.of(Tokenizer.characters(), LENGTH)
            .withClasses("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private Titles() {}

    /** Reads a file; a line that is no headline with one of the classes is refused. */
    static Texts read(Path file) {
        return TextFiles.read(file).labelled().encodedBy(CLASSES).texts();
    }

    /** Knows the most frequent characters of the titles to train on. */
    static TextEncoder encoder(Texts train) {
        return CLASSES.withVocabulary(VOCABULARY, train.texts());
    }
}
