package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** Every layer that has a number of outputs, and every number of groups, takes a share of a block's width. */
class WidthsTest {
    private static final Checked SEQUENCE = Checked.of("""
            @Network(input = {8, 6})
            @Classifier(classes = 3)
            @Adam
            abstract class Net {
              @Block interface Steps {
                @Conv1D(filters = 2 * Block.WIDTH, kernel = 3, activation = RELU) Layer conv = null;
                @Dense(units = Block.WIDTH / 2) @GroupNorm(groups = Block.WIDTH / 6) Layer each = null;
              }
              Steps steps;
              @Flatten Layer flat;
              @Dense(units = 3) Layer logits;
            }
            """);

    private static final Checked IMAGE = Checked.of("""
            @Network(input = {8, 8, 6})
            @Classifier(classes = 3)
            @Adam
            abstract class Net {
              @Block interface Places {
                @Conv2D(filters = 2 * Block.WIDTH, kernel = 3, activation = RELU) Layer conv = null;
                @SeparableConv2D(filters = Block.WIDTH / 2, kernel = 3, activation = RELU) Layer separable = null;
              }
              Places places;
              @GlobalAvgPool2D Layer pooled;
              @Dense(units = 3) Layer logits;
            }
            """);

    @Test
    void ofStepsTheLastAxis() {
        assertThat(SEQUENCE.field("steps/conv").output().dims())
                .containsExactly(6, 12)
                .inOrder();
        assertThat(SEQUENCE.field("steps/each").output().dims())
                .containsExactly(6, 3)
                .inOrder();
    }

    @Test
    void ofImagesTheChannels() {
        assertThat(IMAGE.field("places/conv").output().dims())
                .containsExactly(6, 6, 12)
                .inOrder();
        assertThat(IMAGE.field("places/separable").output().dims())
                .containsExactly(4, 4, 3)
                .inOrder();
    }
}
