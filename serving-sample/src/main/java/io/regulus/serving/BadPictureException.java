package io.regulus.serving;

/** What was sent is no picture of 28 x 28 pixels; the message says where and what to send. */
final class BadPictureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadPictureException(String message) {
        super(message);
    }
}
