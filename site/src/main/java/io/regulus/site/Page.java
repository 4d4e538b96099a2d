package io.regulus.site;

import java.nio.file.Path;
import java.util.List;

/**
 * A page as it was read.
 *
 * @param source where it lies, from the top of the repository
 * @param body its text as HTML, without what stands around it
 * @param links what it points to, as written
 */
record Page(Path source, List<Heading> headings, List<Reference> links, String body) {
    /** A link or image: where it points to, and the line it stands in, counted from 1. */
    record Reference(String destination, int line) {}

    String title() {
        return headings.isEmpty() ? source.toString() : headings.get(0).text();
    }

    /** Where it is written, from the top of the site. */
    String address() {
        return addressOf(source.toString().replace('\\', '/'));
    }

    /** A README is what a browser shows of its folder. */
    static String addressOf(String source) {
        return source.replaceAll("(^|/)README\\.md(?=$|#)", "$1index.html").replaceAll("\\.md(?=$|#)", ".html");
    }

    boolean hasAnchor(String name) {
        return headings.stream().anyMatch(heading -> heading.anchor().equals(name));
    }
}
