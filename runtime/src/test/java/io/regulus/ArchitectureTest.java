package io.regulus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Which package of the runtime may know which. */
@AnalyzeClasses(
        packages = "io.regulus",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotTheProcessor.class})
class ArchitectureTest {
    /** It lies on the path of the tests, and has rules of its own. */
    static final class NotTheProcessor implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/io/regulus/processor/");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.regulus..")
            .layer("annotations")
            .definedBy("io.regulus.annotations")
            .layer("kernels")
            .definedBy("io.regulus.kernels")
            .layer("json")
            .definedBy("io.regulus.json")
            .layer("data")
            .definedBy("io.regulus.data")
            .layer("files")
            .definedBy("io.regulus.files")
            .layer("text")
            .definedBy("io.regulus.text")
            .layer("tfrecord")
            .definedBy("io.regulus.tfrecord")
            .layer("metrics")
            .definedBy("io.regulus.metrics")
            .layer("ops")
            .definedBy("io.regulus.ops")
            .layer("save")
            .definedBy("io.regulus.save")
            .layer("interchange")
            .definedBy("io.regulus.interchange")
            .layer("engine")
            .definedBy("io.regulus.engine")
            .layer("train")
            .definedBy("io.regulus.train")
            .layer("checkpoint")
            .definedBy("io.regulus.checkpoint")
            .layer("report")
            .definedBy("io.regulus.report")
            .layer("rows")
            .definedBy("io.regulus.rows")
            .layer("model")
            .definedBy("io.regulus.model")
            .layer("ensemble")
            .definedBy("io.regulus.ensemble")
            .layer("serve")
            .definedBy("io.regulus.serve")
            .layer("explain")
            .definedBy("io.regulus.explain")
            .whereLayer("json")
            .mayNotAccessAnyLayer()
            .whereLayer("data")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayOnlyAccessLayers("data", "json")
            .whereLayer("files")
            .mayOnlyAccessLayers("data", "text")
            .whereLayer("tfrecord")
            .mayOnlyAccessLayers("data", "files")
            .whereLayer("metrics")
            .mayNotAccessAnyLayer()
            .whereLayer("kernels")
            .mayNotAccessAnyLayer()
            .whereLayer("ops")
            .mayOnlyAccessLayers("kernels")
            .whereLayer("save")
            .mayNotAccessAnyLayer()
            .whereLayer("interchange")
            .mayOnlyAccessLayers("save")
            .whereLayer("engine")
            .mayOnlyAccessLayers("ops", "data", "kernels")
            .whereLayer("train")
            .mayOnlyAccessLayers("engine", "data", "json", "metrics", "annotations")
            .whereLayer("checkpoint")
            .mayOnlyAccessLayers("train", "engine", "ops", "save", "annotations")
            .whereLayer("report")
            .mayOnlyAccessLayers("train", "metrics")
            .whereLayer("rows")
            .mayOnlyAccessLayers("data", "files", "json", "annotations")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("ensemble", "explain")
            .whereLayer("ensemble")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayNotAccessAnyLayer()
            .whereLayer("explain")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("io.regulus.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule DATA_AND_FILES_DO_NOT_KNOW_TENSORFLOW = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.regulus.data",
                    "io.regulus.text",
                    "io.regulus.files",
                    "io.regulus.metrics",
                    "io.regulus.rows",
                    "io.regulus.save",
                    "io.regulus.interchange",
                    "io.regulus.report",
                    "io.regulus.serve")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tensorflow..");
}
