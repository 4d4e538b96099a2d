package io.regulus.testing.docs;

import java.util.Arrays;
import java.util.Optional;

/** What a Java block is, and so which test has it: each block is of one kind, and none escapes. */
public enum Kind {
    /** A model class: compiled, trained, saved and loaded. */
    MODEL("runtime/src/test/java/io/regulus/docs/ModelsRunTest.java"),
    /** Statements or a class that use a model or data: run. */
    EXAMPLE("runtime/src/test/java/io/regulus/docs/ExamplesRunTest.java"),
    /** A part of generated code: compared with what is generated. */
    GENERATED("runtime/src/test/java/io/regulus/docs/DocsExamplesTest.java"),
    /** The program of the first page: compiled with the tests, and run. */
    FIRST_PROGRAM("runtime/src/test/java/io/regulus/docs/GettingStartedTest.java"),
    /** Of {@code regulus-keras}: run. */
    KERAS("keras/src/test/java/io/regulus/keras/KerasWeightsTest.java"),
    /** Of {@code regulus-parquet}: run. */
    PARQUET("parquet/src/test/java/io/regulus/parquet/ParquetFilesTest.java"),
    /** Of {@code regulus-micrometer}: run. */
    MICROMETER("micrometer/src/test/java/io/regulus/micrometer/ModelMetricsTest.java"),
    /** Of {@code regulus-tuner}: run. */
    TUNER("tuner/src/test/java/io/regulus/tune/TunerTest.java"),
    /** Of {@code regulus-spark}: compiled only, for it reads from HDFS and wants four executors. */
    SPARK("spark/src/test/java/io/regulus/spark/docs/SparkDocsTest.java"),
    /** What the compiler refuses, or advises against, on purpose: it has to say so. */
    WRONG("processor/src/test/java/io/regulus/processor/ErrorExamplesTest.java");

    private final String test;

    Kind(String test) {
        this.test = test;
    }

    /** The source of the test that has the blocks of this kind, from the root of the checkout. */
    public String test() {
        return test;
    }

    /** That of a block. */
    static Kind of(Block block) {
        return switch (block.page()) {
            case "docs/errors.md" -> WRONG;
            case "docs/spark.md" -> SPARK;
            case "docs/getting-started.md" -> FIRST_PROGRAM;
            default -> optional(block).orElseGet(() -> byText(block.text()));
        };
    }

    private static Kind byText(String text) {
        if (text.contains("@Network")) {
            return MODEL;
        }
        return text.matches("(?s)// FashionNet\\w+\n.*") ? GENERATED : EXAMPLE;
    }

    /** A block of an optional module says so in its first line. */
    private static Optional<Kind> optional(Block block) {
        String mark = "// regulus-";
        if (!block.text().startsWith(mark)) {
            return Optional.empty();
        }
        String module = block.text().lines().findFirst().orElseThrow().substring(mark.length());
        return Optional.of(Arrays.stream(values())
                .filter(kind -> kind.test.startsWith(module + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        block.place() + ": no test has the blocks of regulus-" + module + "; name it in Kind")));
    }
}
