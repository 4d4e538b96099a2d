package io.regulus.files;

import io.regulus.data.Blocks;
import io.regulus.text.TextEncoder;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads texts from files of lines, plain or gzip (told by content): one text a line, or {@code text<TAB>class}.
 *
 * <pre>{@code
 * Texts titles = TextFiles.read(path).labelled().texts();
 * TextEncoder encoder = TextEncoder.of(Tokenizer.characters(), 32)
 *         .withVocabulary(5000, titles.texts())
 *         .withClasses(titles.classes());
 * Dataset train = encoder.encode(titles.texts(), titles.labels());
 * Dataset test = TextFiles.read(other).labelled().encodedBy(encoder).load();
 * }</pre>
 *
 * <p>Lines end in LF or CRLF; those with nothing but blanks and a byte order mark are passed over; blanks around texts and classes do not
 * count. A line without text or class, or of an unknown class, is a bad row.
 */
public final class TextFiles extends RowReader<TextFiles> {
    private final Path path;
    private final Charset charset;
    private final boolean labelled;
    /** Null before it is known. */
    private final TextEncoder encoder;

    private TextFiles(Path path, Charset charset, boolean labelled, TextEncoder encoder, BadRows badRows) {
        super(badRows);
        this.path = path;
        this.charset = charset;
        this.labelled = labelled;
        this.encoder = encoder;
    }

    /** A file to read; nothing is opened before {@link #texts}, {@link #load} or {@link #open}. */
    public static TextFiles read(Path path) {
        return new TextFiles(DataFiles.required(path), StandardCharsets.UTF_8, false, null, BadRows.REFUSE);
    }

    /** Behind the last tab of each line stands the name of the text's class. */
    public TextFiles labelled() {
        return new TextFiles(path, charset, true, encoder, badRows());
    }

    /** The encoding of the text; UTF-8 by default. */
    public TextFiles charset(Charset encoding) {
        return new TextFiles(path, encoding, labelled, encoder, badRows());
    }

    /** What makes the texts rows, as {@link #load} and {@link #open} need it; where they are labelled, it knows the classes. */
    public TextFiles encodedBy(TextEncoder textEncoder) {
        return new TextFiles(path, charset, labelled, textEncoder, badRows());
    }

    /**
     * The texts themselves, as a vocabulary is learned of them.
     *
     * @throws DataFileException if a line is not what it should be; up to ten problems are listed
     * @throws UncheckedIOException if the file cannot be read
     */
    public Texts texts() {
        return read(
                problems -> {
                    try (TextLines lines = TextLines.open(path, charset, labelled, encoder, problems)) {
                        return lines.next(Integer.MAX_VALUE);
                    }
                },
                Texts::size);
    }

    @Override
    protected TextFiles with(BadRows policy) {
        return new TextFiles(path, charset, labelled, encoder, policy);
    }

    @Override
    protected Blocks blocks(Problems problems) {
        if (encoder == null) {
            throw new IllegalStateException("no encoder: call encodedBy(encoder), or take texts()");
        }
        if (labelled && encoder.classNames().isEmpty()) {
            throw new IllegalStateException(
                    "the encoder knows no classes, but the texts are labelled: call" + " encoder.withClasses(names)");
        }
        return new TextBlocks(TextLines.open(path, charset, labelled, encoder, problems), encoder, labelled);
    }
}
