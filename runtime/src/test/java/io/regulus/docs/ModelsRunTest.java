package io.regulus.docs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaCompilation;
import io.regulus.testing.docs.Kind;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every model that the documentation shows learns: two steps on random rows that fit it; and what was saved predicts the same to the last
 * bit. That they compile without advice is proven beside the processor.
 */
class ModelsRunTest {
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:abstract class|interface) (\\w+)");
    /** What a network of a few layers needs; with more threads the tests beside it wait. */
    private static final Settings ONE_THREAD = Settings.defaults().withThreads(1, 1);

    @TempDir
    static Path folder;

    private static URLClassLoader classes;
    /** The first block with a text; pages show some models twice. */
    private static final Map<String, Block> MODELS = new LinkedHashMap<>();

    @BeforeAll
    static void compile() throws Exception {
        String imports = Documentation.modelImports();
        List<Path> sources = new ArrayList<>();
        for (Block block : Documentation.blocks(Kind.MODEL)) {
            if (MODELS.putIfAbsent(block.compact(), block) == null) {
                Path file =
                        folder.resolve("sources").resolve(block.identifier()).resolve(name(block) + ".java");
                Files.createDirectories(file.getParent());
                sources.add(Files.writeString(file, "package " + block.identifier() + ";\n" + imports + block.text()));
            }
        }
        assertThat(sources.size()).isAtLeast(100);
        Path output = Files.createDirectories(folder.resolve("classes"));
        assertThat(JavaCompilation.messages(output, sources, "-processor", JavaCompilation.PROCESSOR))
                .isEmpty();
        classes = new URLClassLoader(new URL[] {output.toUri().toURL()}, ModelsRunTest.class.getClassLoader());
    }

    @AfterAll
    static void close() throws Exception {
        classes.close();
    }

    private static String name(Block block) {
        Matcher type = TYPE.matcher(block.text());
        assertWithMessage(block.place()).that(type.find()).isTrue();
        return type.group(1);
    }

    @TestFactory
    Stream<DynamicTest> everyModelLearnsAndIsSaved() {
        return MODELS.values().stream()
                .map(block -> dynamicTest(block.place() + " " + name(block), () -> learnsAndIsSaved(block)));
    }

    private static void learnsAndIsSaved(Block block) throws Exception {
        Class<? extends Model> modelClass = classes.loadClass(block.identifier() + "." + name(block) + "Model")
                .asSubclass(Model.class);
        learnsAndIsSaved(ModelType.of(modelClass), folder.resolve(block.identifier()));
    }

    private static <M extends Model> void learnsAndIsSaved(ModelType<M> type, Path saved) throws Exception {
        try (M model = type.create(Map.of(), ONE_THREAD)) {
            RandomRows rows = RandomRows.of(model, type);
            Map<String, float[]> before = values(model);
            rows.fit(model);
            assertThat(model.steps()).isEqualTo(RandomRows.STEPS);
            assertWithMessage("weights that learned")
                    .that(changed(before, values(model)))
                    .isGreaterThan(0L);
            assertThat(model.evaluate(rows.encoded(model)).loss()).isFinite();
            model.save(saved);
            List<float[][]> outputs = model.outputs(rows.encoded(model));
            try (M loaded = type.load(saved, ONE_THREAD)) {
                List<float[][]> again = loaded.outputs(rows.encoded(loaded));
                assertThat(again).hasSize(outputs.size());
                for (int i = 0; i < outputs.size(); i++) {
                    assertThat(again.get(i)).isEqualTo(outputs.get(i));
                }
            }
        }
    }

    private static Map<String, float[]> values(Model model) {
        Map<String, float[]> values = new LinkedHashMap<>();
        model.weights().names().forEach(name -> values.put(name, model.weights().get(name)));
        return values;
    }

    private static long changed(Map<String, float[]> before, Map<String, float[]> after) {
        return before.keySet().stream()
                .filter(name -> !Arrays.equals(before.get(name), after.get(name)))
                .count();
    }
}
