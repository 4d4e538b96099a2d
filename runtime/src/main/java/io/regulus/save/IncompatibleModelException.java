package io.regulus.save;

/** A saved model, or a file of weights, does not fit the class it is loaded into. The message lists how they differ. */
public final class IncompatibleModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What differs. */
    public IncompatibleModelException(String message) {
        super(message);
    }
}
