package io.regulus.processor.read;

import static com.google.common.truth.Truth.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.regulus.annotations.Network;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadersTest {
    /** Annotations that say something of their class or field by themselves, and are read where that is made. */
    private static final Set<String> SINGLE = Set.of(
            "Network",
            "Features",
            "Column",
            "Block",
            "Input",
            "From",
            "Repeat",
            "SharesWeightsOf",
            "ExcludeFromDecay",
            "MixedPrecision",
            "AcceptAdvice",
            "DecayGroups");

    @Test
    void everyAnnotationIsRead() {
        Set<String> read = Stream.of(
                        OpReaders.BY_NAME.keySet(),
                        PolicyReaders.BY_NAME.keySet(),
                        PenaltyReaders.BY_NAME.keySet(),
                        TaskReaders.BY_NAME.keySet(),
                        OptimizerReaders.BY_NAME.keySet(),
                        RoleReaders.BY_NAME.keySet(),
                        SINGLE)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<String> written = new ClassFileImporter()
                .importPackages(Network.class.getPackageName()).stream()
                        .filter(JavaClass::isAnnotation)
                        .map(JavaClass::reflect)
                        .filter(ReadersTest::isForModels)
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(read).containsExactlyElementsIn(written);
    }

    @Test
    void everyOperationHasItsPlaceInTheTableOfTheDocs() throws IOException {
        String page = Files.readString(Path.of("../docs/annotations.md"));
        String table = page.substring(
                page.indexOf("## Order of operations in a field"), page.indexOf("## Parameters and their names"));
        OpReaders.BY_NAME.keySet().forEach(name -> assertThat(table).contains("`@" + name + "`"));
    }

    private static boolean isForModels(Class<?> annotation) {
        List<ElementType> targets =
                List.of(annotation.getAnnotation(Target.class).value());
        return targets.contains(ElementType.TYPE)
                || targets.contains(ElementType.FIELD)
                || targets.contains(ElementType.RECORD_COMPONENT);
    }
}
