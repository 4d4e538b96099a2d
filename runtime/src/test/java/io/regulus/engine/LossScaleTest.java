package io.regulus.engine;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

class LossScaleTest {
    private final Graph graph = new Graph();
    private final LossScale scale = new LossScale(Ops.create(graph));

    @AfterEach
    void close() {
        scale.close();
        graph.close();
    }

    private void sound(int steps) {
        for (int step = 0; step < steps; step++) {
            scale.sound();
        }
    }

    @Test
    void itIsHalvedDownToOneAndThenNoLongerToBlame() {
        for (float expected = 1 << 14; expected >= 1; expected /= 2) {
            assertThat(scale.overflowed()).isTrue();
            assertThat(scale.value()).isEqualTo(expected);
        }
        assertThat(scale.overflowed()).isFalse();
        assertThat(scale.value()).isEqualTo(1f);
    }

    @Test
    void itIsDoubledAfterTwoThousandSoundSteps() {
        sound(1_999);
        assertThat(scale.value()).isEqualTo(0x1p15f);
        sound(1);
        assertThat(scale.value()).isEqualTo(0x1p16f);
        sound(1_999);
        assertThat(scale.value()).isEqualTo(0x1p16f);
        sound(1);
        assertThat(scale.value()).isEqualTo(0x1p17f);
    }

    @Test
    void itStopsGrowingAtTwoToThe24() {
        sound(9 * 2_000);
        assertThat(scale.value()).isEqualTo(0x1p24f);
        sound(2 * 2_000);
        assertThat(scale.value()).isEqualTo(0x1p24f);
    }

    @Test
    void anOverflowStartsTheCountAnew() {
        sound(1_999);
        scale.overflowed();
        sound(1_999);
        assertThat(scale.value()).isEqualTo(0x1p14f);
        sound(1);
        assertThat(scale.value()).isEqualTo(0x1p15f);
    }

    @Test
    void itRecoversFromOne() {
        for (int i = 0; i < 20; i++) {
            scale.overflowed();
        }
        sound(2_000);
        assertThat(scale.value()).isEqualTo(2f);
        assertThat(scale.overflowed()).isTrue();
    }

    /** The tensor is fed as it is: a run that was put together before the change must see it. */
    @Test
    void theTensorIsTheSameThroughout() {
        Object tensor = scale.tensor();
        scale.overflowed();
        assertThat(scale.tensor()).isSameInstanceAs(tensor);
        assertThat(scale.tensor().getFloat()).isEqualTo(0x1p14f);
    }
}
