package io.regulus.processor.check.shape;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.Padding;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void validCountsWholeWindows() {
        Window window = Window.of(List.of(3, 2), List.of(2), Padding.VALID);
        assertThat(window.outputHeight(28)).isEqualTo(13);
        assertThat(window.outputHeight(3)).isEqualTo(1);
        assertThat(window.outputWidth(28)).isEqualTo(14);
        assertThat(window.fits(3, 2)).isTrue();
        assertThat(window.fits(2, 2)).isFalse();
        assertThat(window.fits(3, 1)).isFalse();
    }

    @Test
    void sameRoundsUp() {
        Window window = Window.of(List.of(5), List.of(2, 3), Padding.SAME);
        assertThat(window.outputHeight(28)).isEqualTo(14);
        assertThat(window.outputHeight(29)).isEqualTo(15);
        assertThat(window.outputWidth(28)).isEqualTo(10);
        assertThat(window.fits(1, 1)).isTrue();
    }

    @Test
    void aHugeStrideDoesNotOverflow() {
        Window window = Window.of(List.of(1), List.of(Integer.MAX_VALUE), Padding.SAME);
        assertThat(window.outputHeight(Integer.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void sizesStopAtTheLargestNumber() {
        assertThat(Sizes.product(List.of(2_000_000_000, 2_000_000_000, 2_000_000_000)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Sizes.product(List.of(3, 4, 5))).isEqualTo(60);
    }
}
