package io.regulus.samples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The samples show what users write, so they keep to what users need. */
class UserCodeTest {
    @Test
    void handWrittenCodeNeedsNeitherTensorFlowNorItsWrappers() {
        noClasses()
                .that(DescribedPredicate.describe("are written by hand", UserCodeTest::writtenByHand))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tensorflow..", "io.regulus.ops..", "io.regulus.processor..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.regulus.samples"));
    }

    private static boolean writtenByHand(JavaClass type) {
        return !type.getName().matches(".*(Net|Regression)(Graph|Training|Model|Hyperparameters)(\\$.*)?");
    }
}
