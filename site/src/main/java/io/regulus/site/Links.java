package io.regulus.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the pages point to: what is not there, and what must lie beside them. */
final class Links {
    private final Path root;
    private final Map<Path, Page> pages = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();

    Links(Path root, List<Page> pages) {
        this.root = root;
        pages.forEach(page -> this.pages.put(page.source(), page));
        pages.forEach(page -> page.links().forEach(link -> follow(page, link)));
    }

    /** One sentence for each link that leads nowhere, with page and line. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Files of the repository that pages show or offer, from its top. */
    Set<Path> files() {
        return Set.copyOf(files);
    }

    static boolean isElsewhere(String destination) {
        return destination.matches("[a-z]+:.*");
    }

    private void follow(Page page, Page.Reference link) {
        if (isElsewhere(link.destination())) {
            return;
        }
        String[] parts = link.destination().split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.source()
                : page.source().resolveSibling(parts[0]).normalize();
        Page there = pages.get(target);
        if (there == null && (target.startsWith("..") || !Files.exists(root.resolve(target)))) {
            complain(page, link, "there is no " + target);
        } else if (there == null && target.toString().endsWith(".md")) {
            complain(page, link, target + " is no page of the site");
        } else if (there == null) {
            files.add(target);
        } else if (parts.length == 2 && !there.hasAnchor(parts[1])) {
            complain(page, link, target + " has no heading #" + parts[1]);
        }
    }

    private void complain(Page page, Page.Reference link, String what) {
        broken.add(page.source() + ":" + link.line() + ": (" + link.destination() + ") leads nowhere: " + what + ".");
    }
}
