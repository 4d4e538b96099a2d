package io.regulus.processor.check.rule;

/** The names that generated code makes from a field's name. */
final class Names {
    private Names() {}

    /** The name of the field's own type: its record of hyperparameters. */
    static String type(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** The name as a variable has it. */
    static String variable(String field) {
        return Character.toLowerCase(field.charAt(0)) + field.substring(1);
    }
}
