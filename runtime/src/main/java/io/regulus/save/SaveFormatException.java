package io.regulus.save;

/** A file is not a saved model, not a whole one, or {@linkplain NewerFormatException of a newer format}. The message names the file, the reason and the cure. */
public sealed class SaveFormatException extends RuntimeException permits NewerFormatException {
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
