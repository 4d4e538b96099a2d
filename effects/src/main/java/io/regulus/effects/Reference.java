package io.regulus.effects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the annotation reference, which show the pictures. */
final class Reference {
    private static final String FOLDER = "pictures/effects/";

    private final Path docs;

    Reference(Path docs) {
        this.docs = docs;
    }

    Path pictures() {
        return docs.resolve(FOLDER);
    }

    /** The line that shows a picture. */
    static String line(Effect effect) {
        return "![" + effect.seen() + "](../" + FOLDER + effect.file() + ")";
    }

    /** The page with the section of an annotation. */
    Optional<Path> page(String annotation) throws IOException {
        try (Stream<Path> pages = Files.list(docs.resolve("annotations"))) {
            for (Path page : pages.sorted().toList()) {
                if (Files.readAllLines(page).contains(heading(annotation))) {
                    return Optional.of(page);
                }
            }
        }
        return Optional.empty();
    }

    private static String heading(String annotation) {
        return "## @" + annotation;
    }

    /** Puts the line of a picture behind the first paragraph of its section, in the place of an earlier one. */
    void show(Effect effect) throws IOException {
        Path page = page(effect.annotation().getSimpleName()).orElseThrow();
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        int heading = lines.indexOf(heading(effect.annotation().getSimpleName()));
        for (int i = heading + 1; i < lines.size() && !lines.get(i).startsWith("## "); i++) {
            if (lines.get(i).endsWith("](../" + FOLDER + effect.file() + ")")) {
                lines.set(i, line(effect));
                Files.write(page, lines);
                return;
            }
        }
        int end = heading + 2;
        while (!lines.get(end).isEmpty()) {
            end++;
        }
        lines.addAll(end, List.of("", line(effect)));
        Files.write(page, lines);
    }
}
