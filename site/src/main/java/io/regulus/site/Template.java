package io.regulus.site;

import static io.regulus.site.Highlighter.escape;

import java.util.List;
import java.util.Map;

/** What stands around the text of a page: its head, the navigation, the search. */
final class Template {
    private final Map<String, List<Page>> groups;

    Template(Map<String, List<Page>> groups) {
        this.groups = groups;
    }

    String render(Page page) {
        String top =
                "../".repeat((int) page.address().chars().filter(c -> c == '/').count());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="%ssite.css">
                </head>
                <body data-top="%s">
                <a class="skip" href="#text">To the text</a>
                <details class="menu" open>
                <summary><span>Regulus</span> <span class="where">%s</span></summary>
                <nav aria-label="Pages">
                <input type="search" placeholder="Search headings" aria-label="Search pages and headings" hidden>
                <ul class="found" aria-live="polite" hidden></ul>
                %s</nav>
                </details>
                <script>document.querySelector('.menu').open = matchMedia('(min-width: 60rem)').matches;</script>
                <main id="text">
                %s</main>
                <script src="%sindex.js"></script>
                <script src="%ssite.js"></script>
                </body>
                </html>
                """.formatted(
                        escape(page.title().equals("Regulus") ? "Regulus" : page.title() + " - Regulus"),
                        top,
                        top,
                        escape(page.title().equals("Regulus") ? "" : page.title()),
                        navigation(page, top),
                        page.body(),
                        top,
                        top);
    }

    private String navigation(Page here, String top) {
        StringBuilder html = new StringBuilder("<div class=\"pages\">\n");
        groups.forEach((title, pages) -> {
            html.append("<h2>").append(escape(title)).append("</h2>\n<ul>\n");
            for (Page page : pages) {
                boolean current = page.source().equals(here.source());
                html.append("<li><a href=\"").append(top).append(page.address()).append('"');
                html.append(current ? " aria-current=\"page\">" : ">");
                html.append(escape(page.title().equals("Regulus") ? "What Regulus is" : page.title()))
                        .append("</a>");
                html.append(current ? sections(page) : "").append("</li>\n");
            }
            html.append("</ul>\n");
        });
        return html.append("</div>\n").toString();
    }

    /** The headings below the title. A page whose first headings are all of one level has two levels shown. */
    private static String sections(Page page) {
        StringBuilder html = new StringBuilder("\n<ul class=\"sections\">\n");
        page.headings().stream()
                .skip(1)
                .filter(heading -> heading.level() <= 2)
                .forEach(heading -> html.append("<li class=\"level" + heading.level() + "\"><a href=\"#")
                        .append(heading.anchor())
                        .append("\">")
                        .append(escape(heading.text()))
                        .append("</a></li>\n"));
        return html.append("</ul>\n").toString();
    }
}
