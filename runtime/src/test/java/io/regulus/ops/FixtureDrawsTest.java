package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The draws of 25 steps that the references of {@code make_data_fixtures.py} are given, for nothing else can draw them: those of
 * the seed that models have by default. {@code -Dregulus.draws.update=true} writes the file anew.
 */
class FixtureDrawsTest {
    private static final Path FILE = Path.of("src/test/resources/draws/inputs.csv");
    private static final int STEPS = 25;
    private static final int ROWS = 8;
    private static final long SEED = 1;

    @Test
    void theFileHoldsWhatIsDrawn() throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputGraph graph = new InputGraph(SEED, 8)) {
            Mixing.mixUpPerRow(graph.pass(), "input", graph.x(), 1);
            Mixing mixing = graph.pass().mixing().orElseThrow();
            add(lines, "mixup partner", graph, mixing.partner());
            add(lines, "mixup share", graph, mixing.share());
        }
        try (InputGraph graph = new InputGraph(SEED, 8)) {
            Mixing.mixUp(graph.pass(), "input", graph.x(), 1);
            add(
                    lines,
                    "mixup share of batch",
                    graph,
                    graph.pass().mixing().orElseThrow().share());
        }
        try (InputGraph graph = new InputGraph(SEED, 6, 5, 2)) {
            Pass pass = graph.pass();
            Ops tf = pass.tf();
            add(lines, "flip", graph, Augmentation.flips(pass, "input", "flip horizontal", graph.x()));
            add(lines, "crop top", graph, Augmentation.crops(pass, "input", "crop top", graph.x(), 2));
            add(lines, "crop left", graph, Augmentation.crops(pass, "input", "crop left", graph.x(), 2));
            add(lines, "rotation", graph, Augmentation.angles(pass, "input", graph.x(), 40));
            add(lines, "brightness", graph, Augmentation.changes(pass, "input", "brightness", graph.x(), 0.5));
            add(lines, "contrast", graph, Augmentation.changes(pass, "input", "contrast", graph.x(), 0.8));
            add(lines, "cutout row", graph, Augmentation.centres(pass, "input", "cutout row", graph.x(), 1));
            add(lines, "cutout column", graph, Augmentation.centres(pass, "input", "cutout column", graph.x(), 2));
            Mixing.cutMix(pass, "input", graph.x(), 1);
            add(lines, "cutmix partner", graph, pass.mixing().orElseThrow().partner());
            InputDraws draws = new InputDraws(pass, "input");
            Operand<TInt32> one = tf.constant(new int[] {1});
            Operand<TFloat32> beta = draws.betaOf("cutmix", tf.constant(new int[0]), 1);
            add(lines, "cutmix beta", graph, beta);
            add(lines, "cutmix row", graph, draws.belowOf("cutmix row", one, 6));
            add(lines, "cutmix column", graph, draws.belowOf("cutmix column", one, 5));
        }
        if (Boolean.getBoolean("regulus.draws.update")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        }
        assertThat(Files.readAllLines(FILE)).containsExactlyElementsIn(lines).inOrder();
    }

    private static void add(List<String> lines, String name, InputGraph graph, Operand<? extends TType> draw) {
        int width = graph.x().shape().numDimensions() == 2 ? 8 : 60;
        for (int step = 0; step < STEPS; step++) {
            StringJoiner line = new StringJoiner(",");
            line.add(name).add(String.valueOf(step));
            for (float value : graph.run(draw, ROWS, step, new float[ROWS * width])) {
                line.add(Float.toString(value));
            }
            lines.add(line.toString());
        }
    }
}
