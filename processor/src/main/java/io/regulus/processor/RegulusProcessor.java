package io.regulus.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import io.regulus.annotations.Features;
import io.regulus.annotations.Network;
import io.regulus.processor.check.CheckResult;
import io.regulus.processor.check.ModelChecker;
import io.regulus.processor.check.features.FeaturesChecker;
import io.regulus.processor.emit.SourceWriter;
import io.regulus.processor.emit.Sources;
import io.regulus.processor.expand.Expansion;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problem;
import io.regulus.processor.read.Declared;
import io.regulus.processor.read.FeaturesReader;
import io.regulus.processor.read.Misplaced;
import io.regulus.processor.read.ModelReader;
import io.regulus.processor.read.Unresolved;
import io.regulus.processor.spec.FeaturesSpec;
import io.regulus.processor.spec.ModelClass;
import io.regulus.processor.spec.NetworkSpec;
import io.regulus.processor.spec.RowsSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Turns each class annotated with {@code @Network} into source, and each record with {@code @Features}: read, expand, check, graph, emit, one class at a time and each on its
 * own, so that an incremental build recompiles only what changed.
 */
@AutoService(Processor.class)
public final class RegulusProcessor extends AbstractProcessor {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final Function<NetworkSpec, CheckResult> checker;
    private final Declared declared = new Declared();

    /** Which model has the generated names with this prefix. */
    private final Map<String, String> owners = new HashMap<>();

    /** Qualified names, not elements: a later round has elements of its own. */
    private Set<String> deferred = new LinkedHashSet<>();

    private Elements elements;
    private ModelReader reader;
    private FeaturesReader rowsReader;
    private SourceWriter writer;
    private ProcessorOptions options;
    private ProblemPrinter printer;
    private boolean isFirstRound = true;

    /** Called by the compiler. */
    public RegulusProcessor() {
        this(ModelChecker::check);
    }

    /** With another checker: for tests of what happens when a stage fails. */
    RegulusProcessor(Function<NetworkSpec, CheckResult> checker) {
        this.checker = checker;
    }

    /**
     * Our annotations, and the one on what is generated: javac warns of annotations that no processor claims, even of this
     * one of its own, and the user's class should compile without any warning.
     */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Network.class.getPackageName() + ".*", GENERATED);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        elements = environment.getElementUtils();
        reader = new ModelReader(elements, environment.getTypeUtils());
        rowsReader = new FeaturesReader(elements, environment.getTypeUtils());
        writer = new SourceWriter(environment.getFiler());
        options = ProcessorOptions.of(environment.getOptions());
        printer = new ProblemPrinter(environment.getMessager(), options.advice());
    }

    /** Claims the annotations, see {@link #getSupportedAnnotationTypes()}. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (isFirstRound) {
            isFirstRound = false;
            printer.print(options.problems());
        }
        declared.addAll(round);
        if (round.processingOver()) {
            deferred.forEach(this::reportUnresolved);
        } else {
            printer.print(Misplaced.in(round, annotations));
            generateAll(round);
        }
        return true;
    }

    private void generateAll(RoundEnvironment round) {
        Set<String> names = deferred;
        deferred = new LinkedHashSet<>();
        ElementFilter.typesIn(round.getElementsAnnotatedWithAny(Set.of(Network.class, Features.class)))
                .forEach(type -> names.add(type.getQualifiedName().toString()));
        for (String name : names) {
            TypeElement type = elements.getTypeElement(name);
            attempt(type, () -> generate(type));
        }
    }

    private void generate(TypeElement type) throws IOException {
        if (Unresolved.in(type).isPresent()) {
            deferred.add(type.getQualifiedName().toString());
            return;
        }
        if (type.getAnnotation(Features.class) != null) {
            generateRows(type);
        }
        if (type.getAnnotation(Network.class) != null) {
            generateModel(type);
        }
    }

    private void generateRows(TypeElement type) throws IOException {
        FeaturesSpec features = rowsReader.read(type, declared.names());
        List<Problem> problems = FeaturesChecker.check(features);
        printer.print(problems);
        JavaFile file = problems.isEmpty()
                ? Sources.rows(features, seesGenerated(type))
                : Sources.rowsStub(features, seesGenerated(type));
        if (!features.type().existingTypes().contains(file.typeSpec().name())) {
            writer.write(file, type);
        }
    }

    private void generateModel(TypeElement type) throws IOException {
        NetworkSpec spec = reader.read(type, declared.names());
        if (meetsAnother(spec.type())) {
            return;
        }
        // If the stages after reading fail, code that uses the model still compiles against stubs, and the report
        // stands out.
        List<JavaFile> files = new ArrayList<>();
        if (!attempt(type, () -> files.addAll(sources(spec, type)))) {
            files.addAll(stubs(spec.type(), type));
        }
        for (JavaFile file : files) {
            writer.write(file, type);
        }
    }

    /** Whether another model has the same generated names, {@code A.B} and {@code A_B}, which is reported. */
    private boolean meetsAnother(ModelClass model) {
        String prefix = model.packageName() + "." + model.flatName();
        String owner = owners.putIfAbsent(prefix, model.name());
        boolean meets = owner != null && !owner.equals(model.name());
        if (meets) {
            printer.print(List.of(
                    Problem.of(Code.GENERATED_NAMES_MEET, model.place(), model.name(), model.flatName(), owner)));
        }
        return meets;
    }

    private List<JavaFile> sources(NetworkSpec spec, TypeElement type) {
        if (spec.rows()
                .flatMap(RowsSpec::features)
                .filter(features -> !FeaturesChecker.check(features).isEmpty())
                .isPresent()) {
            // it is reported at the record
            return stubs(spec.type(), type);
        }
        Expansion expansion = Expansion.of(spec);
        printer.print(expansion.problems());
        if (!expansion.problems().isEmpty()) {
            return stubs(spec.type(), type);
        }
        CheckResult result = checker.apply(expansion.network());
        printer.print(result.problems());
        return result.model()
                .map(model -> Sources.of(LayerGraph.of(model), seesGenerated(type)))
                .orElseGet(() -> stubs(spec.type(), type));
    }

    /** Stubs, but not for a type that the user declares: a duplicate would bury the error about its name. */
    private List<JavaFile> stubs(ModelClass model, TypeElement type) {
        return Sources.stubs(model, seesGenerated(type)).stream()
                .filter(file -> !model.existingTypes().contains(file.typeSpec().name()))
                .toList();
    }

    /** A module that does not read java.compiler does not see the annotation. */
    private boolean seesGenerated(TypeElement type) {
        return elements.getTypeElement(elements.getModuleOf(type), GENERATED) != null;
    }

    /** What is still missing when the last round comes: the compiler says so too, but not that the model is missing for it. */
    private void reportUnresolved(String name) {
        TypeElement type = elements.getTypeElement(name);
        Unresolved.in(type)
                .ifPresent(unresolved -> printer.print(List.of(Problem.of(
                        Code.UNRESOLVED,
                        unresolved.place(),
                        type.getSimpleName(),
                        unresolved.what(),
                        type.getSimpleName()))));
    }

    /** A step of the work on one class. */
    private interface Step {
        void run() throws IOException;
    }

    /** The one place that catches what nobody foresaw: a failure is reported at its class, and the others go on. */
    private boolean attempt(TypeElement type, Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            report(Code.NOT_WRITTEN, type, e.getMessage());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            report(Code.INTERNAL, type, trace.toString());
        }
        return false;
    }

    private void report(Code code, TypeElement type, String details) {
        printer.print(List.of(Problem.of(code, ModelReader.place(type), type.getSimpleName(), details)));
    }
}
