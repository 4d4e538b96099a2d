package io.regulus.samples.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.data.Dataset;
import io.regulus.samples.Spread;
import org.junit.jupiter.api.Test;

class LinearDataTest {
    private static final int ROWS = 20_000;
    private static final double[] WEIGHTS = {-0.1, -0.2, -0.3, -0.4, -0.5, -1, 1, 0.5, 0.4, 0.3, 0.2, 0.1};

    @Test
    void featuresAndNoiseHaveTheArticlesMoments() {
        Dataset data = LinearData.draw(ROWS, 1);
        float[] features = new float[WEIGHTS.length];
        double[] all = new double[ROWS * WEIGHTS.length];
        double[] noise = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            data.copyFloats(new int[] {row}, 0, 1, features);
            noise[row] = data.values().at(row, 0) - 0.6;
            for (int i = 0; i < features.length; i++) {
                all[row * features.length + i] = features[i];
                noise[row] -= WEIGHTS[i] * features[i];
            }
        }
        Spread ofFeatures = Spread.of(all);
        assertEquals(-1, ofFeatures.mean(), 0.01);
        assertEquals(1, ofFeatures.deviation(), 0.01);
        Spread ofNoise = Spread.of(noise);
        assertEquals(-0.01, ofNoise.mean(), 0.0005);
        assertEquals(0.01, ofNoise.deviation(), 0.0005);
    }

    @Test
    void sameSeedSameRows() {
        assertArrayEquals(
                LinearData.draw(100, 4).values().toArray(),
                LinearData.draw(300, 4).take(100).values().toArray());
    }

    @Test
    void spreadOfKnownValues() {
        assertEquals("2.0000 +- 1.0000", Spread.of(1, 2, 3).toString());
        assertEquals("2.0000 +- 0.0000", Spread.of(2).toString());
    }
}
