package io.regulus.files;

/**
 * A data file does not hold what it should. The message names the file, the place in it, what is wrong and the cure.
 */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in the words that a user reads. */
    public DataFileException(String message) {
        super(message);
    }

    /** The same, with what the library that reads the format said of it. */
    public DataFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
