package io.regulus.spark.docs;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.spark.NetworkEstimator;
import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.JavaCompilation;
import io.regulus.testing.docs.JavaProcess;
import io.regulus.testing.docs.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation says: its examples compile and, where clusters are tested, run, its network is the one of these tests, and it names every parameter. */
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

    private static final List<Integer> PORTS = freePorts();

    @TempDir
    Path folder;

    @Test
    void everyExampleCompiles() throws IOException {
        assertThat(examples().size()).isAtLeast(5);
        assertThat(compile(source(folder))).isEmpty();
    }

    /** Four slots of this machine stand for a cluster, a folder for its storage, two ports for two machines. */
    @Test
    @Tag("cluster")
    void everyExampleRuns() throws IOException, InterruptedException {
        Path here = Files.createDirectories(folder.resolve("here"));
        assertThat(compile(source(here))).isEmpty();
        List<String> examples = examples();
        List<String> command = new ArrayList<>(flags());
        command.add(SparkExamples.class.getName());
        for (int i = 0; i < examples.size(); i++) {
            command.add("example" + i + ":" + needs(examples.get(i)));
        }
        String said = JavaProcess.run(here, List.of(folder), command);
        for (int i = 0; i < examples.size(); i++) {
            assertThat(said).contains("ran example" + i + " in ");
        }
        assertThat(Files.exists(here.resolve("export").resolve("saved_model.pb")))
                .isTrue();
    }

    private static List<String> examples() {
        return blocks().stream().filter(block -> !isModel(block)).toList();
    }

    /** A class with a method for each example. */
    private static String source(Path storage) {
        List<String> examples = examples();
        StringBuilder methods = new StringBuilder(IMPORTS + GIVEN);
        for (int i = 0; i < examples.size(); i++) {
            methods.append("  void example" + i + "() throws Exception {\n" + onThisMachine(examples.get(i), storage)
                    + "  }\n");
        }
        return methods + "}\n";
    }

    private static String onThisMachine(String example, Path folder) {
        String local = example.replace("hdfs:///fashion/", folder.toUri().toString())
                .replace("hdfs:///", folder.toUri().toString());
        return local.replace("10.0.0.1:41000", "127.0.0.1:" + PORTS.get(0))
                .replace("10.0.0.2:41000", "127.0.0.1:" + PORTS.get(1));
    }

    /** Of rows without labels for an indexer to give them, or of two processes. */
    private static String needs(String example) {
        return example.contains("StringIndexer") ? "kinds" : example.contains("GroupServer") ? "group" : "images";
    }

    /** What Spark needs of a Java of today, as this process has it. */
    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .toList();
    }

    private static List<Integer> freePorts() {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
