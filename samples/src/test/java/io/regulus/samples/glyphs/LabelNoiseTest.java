package io.regulus.samples.glyphs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.regulus.data.Dataset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LabelNoiseTest {
    private static final Dataset LETTERS = Glyphs.draw(200, 1);

    @Test
    void exactlyTheShareIsWrongAndKnown() {
        LabelNoise noisy = LabelNoise.add(LETTERS, 0.2, 10, 3);
        Set<Integer> changed = new TreeSet<>();
        for (int row = 0; row < LETTERS.size(); row++) {
            if (noisy.data().labels().at(row) != LETTERS.labels().at(row)) {
                changed.add(row);
            }
        }
        assertEquals(40, changed.size());
        assertEquals(changed, noisy.wrong());
        assertEquals(40, noisy.wrongRows().orElseThrow().size());
        assertTrue(noisy.data().labels().max() < 10);
    }

    @Test
    void sameSeedSameMistakes() {
        assertArrayEquals(
                LabelNoise.add(LETTERS, 0.2, 10, 3).data().labels().toArray(),
                LabelNoise.add(LETTERS, 0.2, 10, 3).data().labels().toArray());
    }

    @Test
    void noNoiseLeavesTheLabels() {
        LabelNoise none = LabelNoise.add(LETTERS, 0, 10, 3);
        assertArrayEquals(LETTERS.labels().toArray(), none.data().labels().toArray());
        assertTrue(none.wrongRows().isEmpty());
    }

    @Test
    void refusesAShareThatIsNone() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LabelNoise.add(LETTERS, 20, 10, 3));
        assertEquals("label noise = 20.0: must be in [0, 1); 0.2 is a fifth", refused.getMessage());
    }
}
