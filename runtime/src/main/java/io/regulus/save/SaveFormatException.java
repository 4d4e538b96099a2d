package io.regulus.save;

/** A file is not a saved model, or not a whole one. The message names the file, the reason and the cure. */
public final class SaveFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The reason, with the place and the value. */
    public SaveFormatException(String message) {
        super(message);
    }

    /** The reason, with the place and the value, and what it was found by. */
    public SaveFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
