package io.regulus.data;

/**
 * A data file does not hold what it should. The message names the file, the place in it, what is wrong and the cure.
 */
public final class DataFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFileException(String message) {
        super(message);
    }

    DataFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
