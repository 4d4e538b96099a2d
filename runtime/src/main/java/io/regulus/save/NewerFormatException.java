package io.regulus.save;

/** A file is whole, but of a newer Regulus, whose format this one cannot read. Nothing is wrong with the file. */
public final class NewerFormatException extends SaveFormatException {
    private static final long serialVersionUID = 1L;

    /** The file, both formats and the cure. */
    public NewerFormatException(String message) {
        super(message);
    }
}
