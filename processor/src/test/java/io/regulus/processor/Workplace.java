package io.regulus.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A folder with sources and what is generated from them. The compilation as a whole always fails, because generated code needs
 * a runtime that is not on the processor's path; what counts is what the processor said and wrote.
 */
final class Workplace {
    private final Path output;
    private final List<Path> sources = new ArrayList<>();
    private List<Diagnostic<? extends JavaFileObject>> messages = List.of();

    /**
     * An empty one.
     *
     * @param folder an empty folder
     */
    Workplace(Path folder) throws IOException {
        this.output = Files.createDirectories(folder.resolve("output"));
    }

    /** Adds a source file. */
    Workplace with(Path source) {
        sources.add(source);
        return this;
    }

    /** Adds a source file in the package {@code test}, with our annotations imported. */
    Workplace with(String name, String source) throws IOException {
        Path file = output.resolveSibling(name + ".java");
        return with(Files.writeString(file, "package test;\nimport io.regulus.annotations.*;\n" + source));
    }

    /** Runs processors. */
    Workplace compile(List<String> options, Processor... processors) throws IOException {
        messages = Compilers.JAVAC.compile(sources, output, options, processors);
        return this;
    }

    /** What the compiler said in a kind of message. */
    List<String> messages(Diagnostic.Kind kind) {
        return messages.stream()
                .filter(message -> message.getKind() == kind)
                .map(message -> message.getMessage(Locale.ROOT))
                .toList();
    }

    /** What Regulus said: line, and message without the source around it. */
    List<String> problems() {
        return messages.stream()
                .filter(message -> message.getMessage(Locale.ROOT).startsWith("[RG"))
                .map(message -> message.getLineNumber() + " " + message.getMessage(Locale.ROOT))
                .toList();
    }

    /** The generated files by name. */
    Map<String, String> generated() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(output)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
