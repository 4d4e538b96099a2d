package io.regulus.processor.problem;

import io.regulus.processor.spec.Place;

/**
 * One problem of the user's source.
 *
 * @param code its entry in the catalogue
 * @param place where it is reported
 * @param text what is wrong and how to cure it, without the code
 */
public record Problem(Code code, Place place, String text) {
    /** The problem with the code's template filled in. */
    public static Problem of(Code code, Place place, Object... details) {
        return new Problem(code, place, code.text(details));
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** The message as printed: {@code [RG012] ...}. */
    public String message() {
        return "[" + code.id() + "] " + text;
    }
}
