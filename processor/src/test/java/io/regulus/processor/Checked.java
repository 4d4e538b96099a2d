package io.regulus.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.regulus.processor.check.CheckResult;
import io.regulus.processor.check.ModelChecker;
import io.regulus.processor.check.ValidField;
import io.regulus.processor.check.ValidModel;
import io.regulus.processor.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * One model, read and checked: what later stages are given.
 *
 * @param spec the reader's result
 * @param result the checker's result
 */
record Checked(NetworkSpec spec, CheckResult result) {
    private static final String HEAD = """
            package test;

            import static io.regulus.annotations.ActivationFunction.*;

            import io.regulus.annotations.*;

            """;

    /** Compiles the source of one model class, without package and imports. */
    static Checked of(String source) {
        List<Checked> checked = new ArrayList<>();
        RegulusProcessor processor = new RegulusProcessor(spec -> {
            checked.add(new Checked(spec, ModelChecker.check(spec)));
            return checked.get(0).result();
        });
        Compilation compilation = Compiler.javac()
                .withProcessors(processor)
                .withOptions("-proc:only")
                .compile(JavaFileObjects.forSourceString("test.Net", HEAD + source));
        if (checked.isEmpty()) {
            throw new AssertionError(compilation.diagnostics());
        }
        return checked.get(0);
    }

    ValidModel model() {
        return result.model()
                .orElseThrow(() -> new AssertionError(result.problems().toString()));
    }

    ValidField field(String name) {
        return model().fields().stream()
                .filter(field -> field.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> codes() {
        return result.problems().stream().map(problem -> problem.code().id()).toList();
    }
}
