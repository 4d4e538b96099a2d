package io.regulus.report;

/** Text of a page, built up element by element. What is given as text is escaped; what is given as markup is not. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Adds markup as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Adds an element with text in it. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">\n");
    }

    /** Adds text. */
    Html text(String text) {
        return raw(escaped(text));
    }

    /** Text within an element or an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
