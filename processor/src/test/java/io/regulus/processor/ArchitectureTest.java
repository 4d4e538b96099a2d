package io.regulus.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.regulus.processor.check.ModelChecker;
import io.regulus.processor.check.ValidModel;
import io.regulus.processor.emit.SourceWriter;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;

/** The stages run one way, read, spec, expand, check, graph, emit, and each knows no more than it needs. */
@AnalyzeClasses(packages = "io.regulus.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule SPEC_KNOWS_ONLY_ITSELF = stage("spec");

    @ArchTest
    static final ArchRule PROBLEM = stage("problem", "spec");

    @ArchTest
    static final ArchRule READ = classes()
            .that()
            .resideInAPackage("io.regulus.processor.read..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.lang.model..",
                    "javax.annotation.processing..",
                    "javax.tools..",
                    "io.regulus.annotations..",
                    "io.regulus.processor.read..",
                    "io.regulus.processor.spec..",
                    "io.regulus.processor.problem..");

    @ArchTest
    static final ArchRule EXPAND = stage("expand", "spec", "problem");

    @ArchTest
    static final ArchRule CHECK = stage("check", "spec", "problem");

    @ArchTest
    static final ArchRule GRAPH = stage("graph", "spec", "check");

    @ArchTest
    static final ArchRule EMIT_KNOWS_NEITHER_READER_NOR_PROBLEMS = noClasses()
            .that()
            .resideInAPackage("io.regulus.processor.emit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.regulus.processor.read..", "io.regulus.processor.problem..");

    @ArchTest
    static final ArchRule ONLY_THE_READER_SEES_ANNOTATION_MIRRORS = noClasses()
            .that()
            .resideOutsideOfPackage("io.regulus.processor.read..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.lang\\.model\\.element\\.Annotation(Mirror|Value)");

    @ArchTest
    static final ArchRule ONLY_EMIT_WRITES_WITH_JAVAPOET = noClasses()
            .that()
            .resideOutsideOfPackage("io.regulus.processor.emit..")
            .and()
            .areNotAssignableTo(RegulusProcessor.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..")
            .because("the processor itself only hands the files on");

    @ArchTest
    static final ArchRule ONLY_THE_WRITER_TOUCHES_THE_FILER = noClasses()
            .that()
            .areNotAssignableTo(SourceWriter.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(Filer.class))));

    @ArchTest
    static final ArchRule ONLY_THE_CHECKER_MAKES_VALID_MODELS = noClasses()
            .that()
            .areNotAssignableTo(ModelChecker.class)
            .should()
            .callConstructorWhere(target(owner(equivalentTo(ValidModel.class))));

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.regulus.processor.(*)..").should().beFreeOfCycles();

    /** A stage depends on Java, the annotations, and the stages named: not on the compiler's model of the source. */
    private static ArchRule stage(String name, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "io.regulus.annotations..", "io.regulus.processor." + name + ".."),
                        Stream.of(others).map(other -> "io.regulus.processor." + other + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.regulus.processor." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
