package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.regulus.testing.docs.Block;
import io.regulus.testing.docs.Documentation;
import io.regulus.testing.docs.Documentation.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of Keras and PyTorch parses as Python, and runs where the library is installed; without either it is skipped. */
class PythonBlocksTest {
    /** What the blocks take as given, by the library whose names they use. */
    private static final Map<String, String> GIVEN = Map.of("keras", """
            import numpy, keras
            from keras import layers, regularizers
            x, y = numpy.zeros((40, 28, 28, 1), "float32"), numpy.zeros(40, "int32")
            """, "torch", """
            import torch
            import torch.nn.functional as F
            from torch import nn
            batches = [(torch.zeros(4, 1, 28, 28), torch.zeros(4, dtype=torch.long))]
            """);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyBlockParses() {
        return blocks().stream()
                .map(block -> dynamicTest(block.place(), () -> {
                    assumeTrue(python("import sys") == 0, "there is no python3");
                    Path source = Files.writeString(folder.resolve(block.identifier() + ".py"), block.text());
                    int code = python("import ast; ast.parse(open('" + source.getFileName() + "').read())");
                    assertWithMessage(said()).that(code).isEqualTo(0);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyBlockRunsWhereItsLibraryIs() {
        return blocks().stream()
                .map(block -> dynamicTest(block.place(), () -> {
                    String library = library(block);
                    assumeTrue(python("import " + library) == 0, library + " is not installed");
                    int code = python(GIVEN.get(library) + block.text());
                    assertWithMessage(said()).that(code).isEqualTo(0);
                }));
    }

    private static List<Block> blocks() {
        List<Block> blocks = Documentation.blocks(Language.PYTHON);
        assertThat(blocks).isNotEmpty();
        return blocks;
    }

    private static String library(Block block) {
        return GIVEN.keySet().stream()
                .filter(name -> block.text().contains(name + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError(block.place() + ": of no library that this test knows"));
    }

    /** Runs a program; what it says is kept. */
    private int python(String program) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", program)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        }
    }

    private String said() throws IOException {
        Path said = folder.resolve("said.txt");
        return Files.exists(said) ? Files.readString(said, StandardCharsets.UTF_8) : "";
    }
}
