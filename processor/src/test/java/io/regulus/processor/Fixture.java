package io.regulus.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file that says itself what a compiler must report about it. At the end of a line,
 * {@code // RG012: p must be | Write p} stands for the code on this line, in a message with these pieces, and
 * {@code // compiler in javac: Missing} for an error of the compiler's own, {@code // RG012 in javac: ...} for
 * one that only javac reports, or that Eclipse's compiler reports on another line. {@code // nowhere RG071: ...} is a message without place,
 * {@code // options: ...} gives options. Whatever else is reported in the file is a failure.
 *
 * @param path the file
 * @param options options for the compiler
 * @param expected what must be reported
 */
record Fixture(Path path, List<String> options, List<Expected> expected) {
    private static final Path ROOT = Path.of("src/test/resources");
    private static final Pattern MARK =
            Pattern.compile("// (nowhere )?(RG\\d{3}|compiler)(?: in (javac|Eclipse))?: (.*?)(?= // |$)");
    private static final Pattern OPTIONS = Pattern.compile("^// options: (.*)$");

    /**
     * One message.
     *
     * @param line its line, or 0 for a message without place
     * @param code its code, or {@code compiler}
     * @param compiler the only compiler that reports it; none for both
     * @param pieces what the message must contain
     */
    record Expected(long line, String code, Optional<String> compiler, List<String> pieces) {}

    /** The fixtures below a folder of the test resources, in order of their names. */
    static Stream<Fixture> in(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().map(Fixture::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path path) {
        List<String> options = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < lines.size(); i++) {
            Matcher option = OPTIONS.matcher(lines.get(i));
            if (option.matches()) {
                options.addAll(List.of(option.group(1).split(" ")));
            }
            Matcher mark = MARK.matcher(lines.get(i));
            while (mark.find()) {
                long line = mark.group(1) == null ? i + 1 : 0;
                expected.add(new Expected(
                        line,
                        mark.group(2),
                        Optional.ofNullable(mark.group(3)),
                        List.of(mark.group(4).strip().split(" \\| "))));
            }
        }
        return new Fixture(path, options, expected);
    }

    /** The folder it lies in: the code it is for. */
    String folder() {
        return path.getParent().getFileName().toString();
    }

    @Override
    public String toString() {
        return folder() + "/" + path.getFileName();
    }
}
