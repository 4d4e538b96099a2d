package io.regulus.benchmarks.compiler;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A temporary folder in which the same classes are compiled twice: with a processor, and with what it generated. */
final class Workplace implements AutoCloseable {
    private final LongSupplier clock;
    private final Path folder;
    private final Path generated;
    private final List<Path> sources = new ArrayList<>();

    private Workplace(Path folder, LongSupplier clock) throws IOException {
        this.clock = clock;
        this.folder = folder;
        this.generated = Files.createDirectory(folder.resolve("generated"));
    }

    static Workplace of(List<Source> sources, LongSupplier clock) throws IOException {
        Workplace workplace = new Workplace(Files.createTempDirectory("regulus-compiler"), clock);
        Path folder = Files.createDirectory(workplace.folder.resolve("sources"));
        for (Source source : sources) {
            workplace.sources.add(source.writeTo(folder));
        }
        return workplace;
    }

    /** Milliseconds of javac with the processor. */
    double compile(List<Path> classPath, TimedProcessor processor) throws IOException {
        return compile(sources, classPath, List.of("-s", generated.toString()), List.of(processor));
    }

    /** Milliseconds of javac as if a person had written what was generated. */
    double compileByHand(List<Path> classPath) throws IOException {
        List<Path> all = new ArrayList<>(sources);
        all.addAll(files(generated));
        return compile(all, classPath, List.of("-proc:none"), List.of());
    }

    /** Lines of what was generated. */
    long generatedLines() throws IOException {
        long lines = 0;
        for (Path file : files(generated)) {
            try (Stream<String> text = Files.lines(file)) {
                lines += text.count();
            }
        }
        return lines;
    }

    private double compile(
            List<Path> files, List<Path> classPath, List<String> options, List<TimedProcessor> processors)
            throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        System.gc();
        long start = clock.getAsLong();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(List.of("--release", "17", "-d", classes.toString()));
            all.addAll(List.of("-classpath", joined(classPath)));
            all.addAll(options);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, manager, messages, all, null, manager.getJavaFileObjects(files.toArray(Path[]::new)));
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            if (!task.call() || !complaints(messages).isEmpty()) {
                throw new IllegalStateException(
                        "the classes do not compile without complaint: " + complaints(messages));
            }
        }
        return (clock.getAsLong() - start) / 1e6;
    }

    private static String joined(List<Path> classPath) {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    private static List<String> complaints(DiagnosticCollector<JavaFileObject> messages) {
        return messages.getDiagnostics().stream()
                .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .map(Object::toString)
                .limit(3)
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(Workplace::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
