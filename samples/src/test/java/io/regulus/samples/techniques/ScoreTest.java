package io.regulus.samples.techniques;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void accuracyAndPlainCrossEntropy() {
        float[][] said = {{0.5f, 0.25f, 0.25f}, {0.125f, 0.75f, 0.125f}, {0.5f, 0.5f, 0}};
        Score score = Score.of(said, 0, 2, 1);
        assertEquals(1 / 3.0, score.accuracy(), 1e-12);
        assertEquals((Math.log(2) + Math.log(8) + Math.log(2)) / 3, score.loss(), 1e-12);
    }

    /** One row that a network is certain about and wrong does not make a table of infinities. */
    @Test
    void certainAndWrongIsFinite() {
        double loss = Score.of(new float[][] {{1, 0}}, 1).loss();
        assertTrue(loss > 80 && loss < 100, "loss " + loss);
    }
}
