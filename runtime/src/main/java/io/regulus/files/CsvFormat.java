package io.regulus.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * How a CSV file is written.
 *
 * @param charset of the text
 * @param delimiter between fields
 * @param skippedLines lines before the header, or before the first row where there is none
 * @param header whether the columns are named by a line of the file
 * @param missing what stands for a missing value, beside nothing
 */
record CsvFormat(Charset charset, char delimiter, int skippedLines, boolean header, Set<String> missing) {
    /** Most files. */
    static final CsvFormat USUAL = new CsvFormat(StandardCharsets.UTF_8, ',', 0, true, Set.of());

    CsvFormat withCharset(Charset encoding) {
        return new CsvFormat(encoding, delimiter, skippedLines, header, missing);
    }

    CsvFormat withDelimiter(char character) {
        return new CsvFormat(charset, character, skippedLines, header, missing);
    }

    CsvFormat withSkippedLines(int lines) {
        return new CsvFormat(charset, delimiter, lines, header, missing);
    }

    CsvFormat withoutHeader() {
        return new CsvFormat(charset, delimiter, skippedLines, false, missing);
    }

    CsvFormat withMissing(Set<String> texts) {
        return new CsvFormat(charset, delimiter, skippedLines, header, texts);
    }
}
