package io.regulus.processor;

import io.regulus.annotations.Network;
import io.regulus.processor.check.CheckResult;
import io.regulus.processor.check.ModelChecker;
import io.regulus.processor.spec.NetworkSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Runs the processor, and nothing but the processor, under a compiler. */
enum Compilers {
    JAVAC("javac") {
        @Override
        JavaCompiler compiler() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    ECLIPSE("Eclipse") {
        @Override
        JavaCompiler compiler() {
            return new EclipseCompiler();
        }
    };

    /** All that the sources need; a compiler reads the whole of a class path again each time. */
    private static final String ANNOTATIONS = annotations();

    private final String title;

    Compilers(String title) {
        this.title = title;
    }

    abstract JavaCompiler compiler();

    /** What the fixtures call it. */
    String title() {
        return title;
    }

    /**
     * Compiles files.
     *
     * @param output where files are generated
     * @return every message
     */
    List<Diagnostic<? extends JavaFileObject>> compile(
            List<Path> sources, Path output, List<String> options, Processor... processors) throws IOException {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler().getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(
                    List.of("-proc:only", "--release", "17", "-d", output.toString(), "-s", output.toString()));
            all.addAll(List.of("-classpath", ANNOTATIONS));
            all.addAll(options);
            JavaCompiler.CompilationTask task = compiler()
                    .getTask(
                            new StringWriter(),
                            files,
                            messages,
                            all,
                            null,
                            files.getJavaFileObjects(sources.toArray(Path[]::new)));
            task.setProcessors(List.of(processors));
            task.call();
        }
        return messages.getDiagnostics();
    }

    private static String annotations() {
        try {
            return Path.of(Network.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The processor, with a checker that fails for classes named {@code FailsInside}: no input makes the real one fail. */
    static RegulusProcessor processor() {
        return new RegulusProcessor(Compilers::check);
    }

    private static CheckResult check(NetworkSpec spec) {
        if (spec.type().name().equals("FailsInside")) {
            throw new IllegalStateException("on purpose");
        }
        return ModelChecker.check(spec);
    }
}
