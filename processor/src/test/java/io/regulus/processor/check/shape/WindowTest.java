package io.regulus.processor.check.shape;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.annotations.Padding;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final List<Integer> ONE = List.of(1);

    @Test
    void validCountsWholeWindows() {
        Window window = Window.of(2, List.of(3, 2), List.of(2), ONE, Padding.VALID);
        assertThat(window.output(List.of(28, 28))).containsExactly(13, 14).inOrder();
        assertThat(window.output(List.of(3, 28))).containsExactly(1, 14).inOrder();
        assertThat(window.fits(List.of(3, 2))).isTrue();
        assertThat(window.fits(List.of(2, 2))).isFalse();
        assertThat(window.fits(List.of(3, 1))).isFalse();
    }

    @Test
    void sameRoundsUp() {
        Window window = Window.of(2, List.of(5), List.of(2, 3), ONE, Padding.SAME);
        assertThat(window.output(List.of(28, 28))).containsExactly(14, 10).inOrder();
        assertThat(window.output(List.of(29, 28))).containsExactly(15, 10).inOrder();
        assertThat(window.fits(List.of(1, 1))).isTrue();
    }

    @Test
    void aDilatedWindowSpansMore() {
        Window window = Window.of(1, List.of(3), ONE, List.of(4), Padding.VALID);
        assertThat(window.fits(List.of(9))).isTrue();
        assertThat(window.fits(List.of(8))).isFalse();
        assertThat(window.output(List.of(10))).containsExactly(2);
        assertThat(window.toString()).isEqualTo("3 that spans 9");
    }

    @Test
    void hugeNumbersDoNotOverflow() {
        int huge = Integer.MAX_VALUE;
        assertThat(Window.of(1, ONE, List.of(huge), ONE, Padding.SAME).output(List.of(huge)))
                .containsExactly(1);
        assertThat(Window.of(1, List.of(huge), ONE, List.of(huge), Padding.VALID)
                        .fits(List.of(huge)))
                .isFalse();
    }

    @Test
    void sizesStopAtTheLargestNumber() {
        assertThat(Sizes.product(List.of(2_000_000_000, 2_000_000_000, 2_000_000_000)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Sizes.product(List.of(3, 4, 5))).isEqualTo(60);
    }
}
