package io.regulus.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documentation of a checkout as a folder of pages that needs neither a server nor anything from elsewhere. */
final class Site {
    private static final List<String> PAGES =
            List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "benchmarks/README.md");
    private static final List<String> RESOURCES = List.of("site.css", "site.js");

    private final Path root;
    private final List<Page> pages = new ArrayList<>();

    private Site(Path root) throws IOException {
        this.root = root;
        Reader reader = new Reader(root);
        for (String page : PAGES) {
            pages.add(reader.read(Path.of(page)));
        }
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            for (Path file : docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(reader.read(root.relativize(file)));
            }
        }
    }

    /** Reads all pages of a checkout. */
    static Site of(Path root) throws IOException {
        return new Site(root.toAbsolutePath().normalize());
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    Links links() {
        return new Links(root, pages);
    }

    /** Writes all pages, and what they show, below a folder. */
    void write(Path folder) throws IOException {
        Template template = new Template(Navigation.of(pages));
        for (Page page : pages) {
            Path file = folder.resolve(page.address());
            Files.createDirectories(file.getParent());
            Files.writeString(file, template.render(page));
        }
        for (Path file : links().files()) {
            copy(file, folder.resolve(file));
        }
        for (String name : RESOURCES) {
            try (InputStream resource = Site.class.getResourceAsStream(name)) {
                Files.copy(resource, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve("index.js"), SearchIndex.of(pages));
    }

    /** A folder that is linked is offered with the files in it, not those further below. */
    private void copy(Path source, Path target) throws IOException {
        Path from = root.resolve(source);
        if (!Files.isDirectory(from)) {
            Files.createDirectories(target.getParent());
            Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(root.relativize(file), target.resolve(file.getFileName()));
            }
        }
    }

    /** Writes the site of the checkout that the first argument names into the folder that the second names. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Site site = of(Path.of(arguments[0]));
        List<String> broken = site.links().broken();
        if (!broken.isEmpty()) {
            broken.forEach(out::println);
            throw new IllegalStateException(broken.size() + " links of the documentation lead nowhere; see above.");
        }
        Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
        site.write(folder);
        out.println(site.pages().size() + " pages: " + folder.resolve("index.html"));
    }
}
