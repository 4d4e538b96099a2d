package io.regulus.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of pages, in the order of a reader who is new. A name that ends in a slash stands for all pages of a folder. */
final class Navigation {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "Start",
                List.of(
                        "README.md",
                        "docs/getting-started.md",
                        "docs/recipes.md",
                        "docs/migrating.md",
                        "docs/newcomers-walk.md"));
        GROUPS.put(
                "Guides",
                List.of(
                        "docs/guide.md",
                        "docs/which-regulariser.md",
                        "docs/tuning.md",
                        "docs/explaining.md",
                        "docs/serving.md",
                        "docs/data.md",
                        "docs/checkpoints.md",
                        "docs/interchange.md",
                        "docs/parquet.md",
                        "docs/spark.md"));
        GROUPS.put("Annotation reference", List.of("docs/annotations.md", "docs/annotations/"));
        GROUPS.put(
                "Facts", List.of("docs/errors.md", "docs/numbers.md", "docs/performance.md", "benchmarks/README.md"));
        GROUPS.put("Project", List.of("CONTRIBUTING.md", "CHANGELOG.md"));
    }

    private Navigation() {}

    /** The pages by group. What no group lists is missing from it: see {@link #unlisted}. */
    static Map<String, List<Page>> of(List<Page> pages) {
        Map<String, List<Page>> groups = new LinkedHashMap<>();
        GROUPS.forEach((title, names) -> {
            List<Page> listed = new ArrayList<>();
            for (String name : names) {
                pages.stream()
                        .filter(page -> lists(name, page))
                        .sorted(Comparator.comparing(Page::title))
                        .forEach(listed::add);
            }
            if (!listed.isEmpty()) {
                groups.put(title, listed);
            }
        });
        return groups;
    }

    /** The pages that no group lists. */
    static List<Page> unlisted(List<Page> pages) {
        return pages.stream()
                .filter(page -> GROUPS.values().stream().flatMap(List::stream).noneMatch(name -> lists(name, page)))
                .toList();
    }

    private static boolean lists(String name, Page page) {
        String source = page.source().toString().replace('\\', '/');
        return name.endsWith("/") ? source.startsWith(name) : source.equals(name);
    }
}
