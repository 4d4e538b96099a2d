package io.regulus.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, ended by LF, CR or both. One that has no end takes no memory: it is passed over. */
final class TextInput implements Closeable {
    /** Characters of a line at most: of a book. */
    static final int MOST = 1 << 22;

    private static final int BUFFER = 1 << 13;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private final StringBuilder line = new StringBuilder();
    private long length;

    TextInput(Reader text) {
        this.text = text;
    }

    /** The next line, of an {@linkplain #isTooLong() endless} one its beginning; null at the end. */
    String next() throws IOException {
        line.setLength(0);
        length = 0;
        if (at == end && !fill()) {
            return null;
        }
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            int stop = at;
            while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
                stop++;
            }
            line.append(buffer, at, Math.min(stop - at, MOST - line.length()));
            length += stop - at;
            ended = stop < end;
            at = stop;
        }
        if (ended && buffer[at++] == '\r' && (at < end || fill()) && buffer[at] == '\n') {
            at++;
        }
        String whole = line.toString();
        if (line.capacity() > BUFFER) {
            line.setLength(0);
            line.trimToSize();
        }
        return whole;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, text.read(buffer, 0, BUFFER));
        return end > 0;
    }

    /** Whether the last line has more than {@link #MOST} characters. */
    boolean isTooLong() {
        return length > MOST;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
