package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated sources of whole models, word for word. After a wanted change run with
 * {@code -Dregulus.golden.update=true} and read the difference: it is what users will see.
 */
class GoldenSourcesTest {
    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FashionNet",
                "Residual",
                "Prices",
                "Spam",
                "Stages",
                "Titles",
                "Wide",
                "Dial",
                "Fraud",
                "Varied",
                "Sentences",
                "Glances",
                "Houses",
                "Pricing"
            })
    void generatesTheGoldenSources(String model) throws IOException {
        Workplace workplace = new Workplace(folder)
                .with(MODELS.resolve(model + ".java"))
                .compile(List.of("-Xlint:all"), new RegulusProcessor());
        assertThat(workplace.problems()).isEmpty();
        Path golden = GOLDEN.resolve(model);
        if (Boolean.getBoolean("regulus.golden.update")) {
            update(golden, workplace.generated());
        }
        Map<String, String> expected = read(golden);
        assertThat(workplace.generated().keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, String> file : workplace.generated().entrySet()) {
            assertWithMessage(file.getKey() + " differs; update with -Dregulus.golden.update=true if that is wanted")
                    .that(file.getValue())
                    .isEqualTo(expected.get(file.getKey()));
        }
    }

    private static void update(Path golden, Map<String, String> generated) throws IOException {
        for (Path old : read(golden).keySet().stream().map(golden::resolve).toList()) {
            Files.delete(old);
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path target = golden.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private static Map<String, String> read(Path golden) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(golden)) {
            return files;
        }
        try (Stream<Path> found = Files.walk(golden)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(golden.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }
}
