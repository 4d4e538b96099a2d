package io.regulus.rows;

/** A row has what its schema refuses; the message names row, component and cure. */
public final class RefusedRowException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final long row;
    private final String reason;

    RefusedRowException(String record, long row, String reason) {
        super("row " + row + " of " + record + ": " + reason);
        this.row = row;
        this.reason = reason;
    }

    /** Number of the row, as the message has it. */
    public long row() {
        return row;
    }

    /** The message without the row, for whoever counts rows otherwise: component, what is wrong, cure. */
    public String reason() {
        return reason;
    }
}
