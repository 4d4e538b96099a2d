package io.regulus.testing.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that a user reads: README, CONTRIBUTING and all below {@code docs}, as they lie beside the module that is tested. */
public final class Documentation {
    /** The root of the checkout, from a module's folder, where its tests run. */
    public static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ENUM = Pattern.compile("^public enum (\\w+)", Pattern.MULTILINE);

    private Documentation() {}

    /** The pages, as paths from the root. */
    public static List<String> pages() {
        List<String> pages = new ArrayList<>(List.of("README.md", "CONTRIBUTING.md"));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(pages::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return pages;
    }

    /** A page as it is. */
    public static String text(String page) {
        return read(ROOT.resolve(page));
    }

    /** The blocks of a page, in its order. */
    public static List<Block> blocks(String page) {
        String text = text(page);
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(text);
        while (found.find()) {
            int line = 1 + (int) text.substring(0, found.start()).lines().count();
            blocks.add(new Block(page, line, found.group(1), found.group(2)));
        }
        return blocks;
    }

    /** The blocks of all pages in a language. */
    public static List<Block> blocks(Language language) {
        return pages().stream()
                .flatMap(page -> blocks(page).stream())
                .filter(block -> block.language().equals(language.fence))
                .toList();
    }

    /** The Java blocks of a kind. */
    public static List<Block> blocks(Kind kind) {
        return blocks(Language.JAVA).stream()
                .filter(block -> Kind.of(block) == kind)
                .toList();
    }

    /** The one block of an optional module, which begins with its name. */
    public static Block block(Kind kind) {
        List<Block> blocks = blocks(kind);
        if (blocks.size() != 1) {
            throw new AssertionError(kind + " has " + blocks.size() + " blocks: " + blocks);
        }
        return blocks.get(0);
    }

    /** Imports of our annotations, and of the constants of their enums, which stand in the models by their bare names. */
    public static String modelImports() {
        StringBuilder imports = new StringBuilder("import io.regulus.annotations.*;\n");
        try (Stream<Path> files = Files.list(ROOT.resolve("annotations/src/main/java/io/regulus/annotations"))) {
            files.sorted()
                    .forEach(file -> ENUM.matcher(read(file))
                            .results()
                            .forEach(found -> imports.append("import static io.regulus.annotations.")
                                    .append(found.group(1))
                                    .append(".*;\n")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return imports.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a block is written in, by the word at its fence. */
    public enum Language {
        JAVA("java"),
        BASH("bash"),
        XML("xml"),
        PYTHON("python"),
        JSON("json"),
        TEXT("text");

        private final String fence;

        Language(String fence) {
            this.fence = fence;
        }

        /** The word at the fence. */
        public String fence() {
            return fence;
        }
    }
}
