package io.regulus.spark.docs;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.spark.NetworkEstimator;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaCompilation;
import io.regulus.testing.docs.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation says: its examples compile, its network is the one of these tests, and it names every parameter. */
class SparkDocsTest {
    private static final Path PAGE = Path.of("../docs/spark.md");
    private static final Path SOURCES = Path.of("src/test/java/io/regulus/spark/docs");

    private static final String IMPORTS = """
            package io.regulus.spark.docs;
            import io.regulus.data.Lanes;
            import io.regulus.engine.*;
            import io.regulus.spark.*;
            import io.regulus.spark.worker.GroupServer;
            import io.regulus.train.Fit;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.stream.IntStream;
            import org.apache.spark.ml.*;
            import org.apache.spark.ml.evaluation.*;
            import org.apache.spark.ml.feature.*;
            import org.apache.spark.ml.param.*;
            import org.apache.spark.ml.tuning.*;
            import org.apache.spark.sql.*;
            """;

    /** What the examples take as given. */
    private static final String GIVEN = """
            class Examples {
              SparkSession session;
              NetworkTransformer net;
              int rank;
              io.regulus.data.Dataset all;
              Dataset<Row> images, readings, houses;
            """;

    @TempDir
    Path folder;

    @Test
    void everyExampleCompiles() throws IOException {
        List<String> examples =
                blocks().stream().filter(block -> !isModel(block)).toList();
        assertThat(examples.size()).isAtLeast(5);
        String methods = IntStream.range(0, examples.size())
                .mapToObj(i -> "  void example" + i + "() throws Exception {\n" + examples.get(i) + "  }\n")
                .collect(Collectors.joining());
        assertThat(compile(IMPORTS + GIVEN + methods + "}\n")).isEmpty();
    }

    @Test
    void theNetworkIsTheOneThatTheExamplesAreCompiledWith() throws IOException {
        List<String> models = blocks().stream().filter(SparkDocsTest::isModel).toList();
        assertThat(models).hasSize(1);
        String source = Files.readString(SOURCES.resolve("FashionNet.java"));
        assertThat(source.replaceAll("\\s+", "")).contains(models.get(0).replaceAll("\\s+", ""));
    }

    @Test
    void everyParameterIsNamed() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = Arrays.stream(new NetworkEstimator(FashionNetModel.class).params())
                .map(Param::name)
                .filter(name -> !name.contains(".") && !name.equals("modelClass") && !page.contains("`" + name + "`"))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static List<String> blocks() {
        return Documentation.blocks(Kind.SPARK).stream().map(Block::text).toList();
    }

    private static boolean isModel(String block) {
        return block.contains("@Network");
    }

    private String compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Examples.java"), source);
        return JavaCompilation.messages(folder, List.of(file), "-proc:none");
    }
}
