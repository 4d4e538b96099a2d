package io.regulus.testing.docs;

/**
 * A block of code of the documentation.
 *
 * @param page its path from the root of the checkout
 * @param line where its fence stands, from 1
 * @param language as its fence says; empty where it says none
 * @param text what stands between the fences, with the line break at its end
 */
public record Block(String page, int line, String language, String text) {
    /** Where it stands: {@code docs/guide.md:35}. */
    public String place() {
        return page + ":" + line;
    }

    /** A name for a class or a method made of it: {@code docs_guide_35}. */
    public String identifier() {
        return page.replace(".md", "").replaceAll("\\W", "_") + "_" + line;
    }

    /** Its text without white space: sources that were formatted are indented otherwise. */
    public String compact() {
        return compact(text);
    }

    /** A text without white space. */
    public static String compact(String text) {
        return text.replaceAll("\\s+", "");
    }
}
