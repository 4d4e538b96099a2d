package io.regulus.engine;

/** TensorFlow's native library for this platform is not on the class path, or cannot be loaded. */
public final class MissingNativesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingNativesException(String message, Throwable cause) {
        super(message, cause);
    }
}
