package io.regulus.files;

import io.regulus.data.Names;
import io.regulus.text.TextEncoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text file, good ones taken apart, bad ones told. */
final class TextLines implements Closeable {
    private final Path path;
    private final Charset charset;
    private final boolean labelled;
    /** Knows the classes there may be; null, or without classes, where all may. */
    private final TextEncoder encoder;

    private final Problems problems;
    private final TextInput lines;
    private long line;
    private boolean found;

    private TextLines(
            Path path, Charset charset, boolean labelled, TextEncoder encoder, Problems problems, TextInput lines) {
        this.path = path;
        this.charset = charset;
        this.labelled = labelled;
        this.encoder = encoder;
        this.problems = problems;
        this.lines = lines;
    }

    static TextLines open(Path path, Charset charset, boolean labelled, TextEncoder encoder, Problems problems) {
        try {
            return new TextLines(
                    path, charset, labelled, encoder, problems, new TextInput(DataFiles.openText(path, charset)));
        } catch (IOException failure) {
            throw explain(path, charset, failure, 0);
        }
    }

    /** The next good lines, none at the end. */
    Texts next(int count) {
        List<String> texts = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        try {
            while (texts.size() < count) {
                String text = lines.next();
                if (text == null) {
                    requireSome();
                    break;
                }
                line++;
                if (lines.isTooLong()) {
                    found = true;
                    problem(
                            "long",
                            "has more than " + TextInput.MOST + " characters",
                            "Is this a file of one text a line? If so, break the line up.");
                } else if (!text.isBlank()) {
                    found = true;
                    add(text, texts, labels);
                }
            }
        } catch (IOException failure) {
            throw explain(path, charset, failure, line);
        }
        return new Texts(texts, labels);
    }

    private void requireSome() {
        if (!found) {
            throw new DataFileException(path + (line == 0 ? ": the file is empty" : ": there are only blank lines")
                    + "; nothing to read, leave it out or write it anew");
        }
    }

    private void add(String text, List<String> texts, List<String> labels) {
        if (!labelled) {
            texts.add(text.strip());
            return;
        }
        int tab = text.lastIndexOf('\t');
        String content = text.substring(0, Math.max(tab, 0)).strip();
        String label = text.substring(tab + 1).strip();
        if (tab < 0) {
            problem(
                    "tab",
                    "'" + Names.shown(text) + "' has no tab before a class",
                    "Write each line as a text, a tab and its class; without classes, do not call labelled().");
        } else if (content.isEmpty()) {
            problem("text", "the text before '" + Names.shown(label) + "' is empty", "Fill it in, or remove the line.");
        } else if (label.isEmpty()) {
            problem("class", "the class of '" + Names.shown(content) + "' is empty", "Fill it in, or remove the line.");
        } else if (encoder != null && !encoder.classNames().isEmpty() && !encoder.hasClass(label)) {
            problem(
                    "unknown",
                    "the class '" + Names.shown(label) + "' is none of the classes"
                            + Names.suggestion(label, encoder.classNames()),
                    "Correct the class, or name it in the encoder's withClasses(...).");
        } else {
            texts.add(content);
            labels.add(label);
        }
    }

    private void problem(String kind, String what, String cure) {
        problems.add(path, "line " + line, kind, what, cure);
    }

    private static RuntimeException explain(Path path, Charset charset, IOException failure, long line) {
        return failure instanceof CharacterCodingException
                ? DataFiles.notText(path, line, charset, failure)
                : DataFiles.explain(path, failure);
    }

    @Override
    public void close() {
        DataFiles.close(path, lines);
    }
}
