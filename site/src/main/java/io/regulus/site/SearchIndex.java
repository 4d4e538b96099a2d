package io.regulus.site;

import java.util.List;
import java.util.stream.Collectors;

/** Pages and headings as a script, for a page that lies in a folder may not read other files. */
final class SearchIndex {
    private SearchIndex() {}

    static String of(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.headings().stream()
                        .map(heading -> "[" + quote(heading.text()) + "," + quote(page.title()) + ","
                                + quote(page.address() + "#" + heading.anchor()) + "]"))
                .collect(Collectors.joining(",\n", "const INDEX = [\n", "\n];\n"));
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
