package io.regulus.save;

/** A saved model does not fit the class it is loaded into. The message lists how the variables differ. */
public final class IncompatibleModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompatibleModelException(String message) {
        super(message);
    }
}
