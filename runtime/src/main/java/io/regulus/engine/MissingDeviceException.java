package io.regulus.engine;

/** A GPU was asked for and TensorFlow finds none; the message says what to look at. */
public final class MissingDeviceException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingDeviceException(String message) {
        super(message);
    }
}
