package io.regulus.processor.emit;

/** Text of users in generated Javadoc. */
final class Javadocs {
    private Javadocs() {}

    /** An annotation as code; a pattern such as {@code "*}{@code /bias"} must not end the comment it stands in. */
    static String code(String source) {
        return "{@code " + source.replace("*/", "* /") + "}";
    }
}
