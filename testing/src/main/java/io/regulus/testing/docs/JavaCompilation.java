package io.regulus.testing.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources by javac for Java 17, with all that the running test has on its class path. */
public final class JavaCompilation {
    /** What {@code -processor} takes for our models: from JDK 23 on a processor is not looked for on the class path. */
    public static final String PROCESSOR = "io.regulus.processor.RegulusProcessor";

    private JavaCompilation() {}

    /**
     * Compiles.
     *
     * @param folder where classes and generated sources go
     * @param sources the files
     * @param options more options, such as {@code -proc:none}
     * @return what the compiler says: nothing where all is well
     */
    public static String messages(Path folder, List<Path> sources, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>(List.of("--release", "17", "-d", folder.toString()));
            all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
            all.addAll(List.of(options));
            javac.getTask(messages, files, null, all, null, files.getJavaFileObjects(sources.toArray(Path[]::new)))
                    .call();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return messages.toString();
    }
}
