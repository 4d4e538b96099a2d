package io.regulus.processor.emit;

/** Text of users in generated Javadoc. */
final class Javadocs {
    private Javadocs() {}

    /** An annotation as code; a pattern such as {@code "*}{@code /bias"} must not end the comment it stands in. */
    static String code(String source) {
        if (!source.contains("*/")) {
            return "{@code " + source + "}";
        }
        String escaped = source.replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;");
        return "<code>" + escaped.replace("*/", "*&#47;") + "</code>";
    }
}
