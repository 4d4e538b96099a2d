package io.regulus.text;

/** An end of a row. */
public enum Side {
    /** Before the first token. */
    FRONT,
    /** Behind the last token. */
    BACK
}
