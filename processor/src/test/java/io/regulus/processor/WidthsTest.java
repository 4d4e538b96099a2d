package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.processor.spec.MultiHeadAttentionSpec;
import io.regulus.processor.spec.OpSpec;
import io.regulus.processor.spec.TransformerBlockSpec;
import org.junit.jupiter.api.Test;

/** Every size of a layer takes a share of a block's width: outputs, heads and their features, groups, dimensions. */
class WidthsTest {
    private static final Checked SEQUENCE = Checked.of("""
            @Network(input = {8, 6})
            @Classifier(classes = 3)
            @Adam
            abstract class Net {
              @Block interface Steps {
                @Conv1D(filters = 2 * Block.WIDTH, kernel = 3, activation = RELU) Layer conv = null;
                @Dense(units = Block.WIDTH / 2) @GroupNorm(groups = Block.WIDTH / 6) Layer each = null;
                @Lstm(units = 3 * Block.WIDTH, returnSequences = true) @Bidirectional Layer both = null;
                @Gru(units = Block.WIDTH, returnSequences = true) Layer states = null;
                @MultiHeadAttention(
                    heads = Block.WIDTH / 3,
                    keyDim = 2 * Block.WIDTH,
                    valueDim = Block.WIDTH / 2,
                    outputs = 4 * Block.WIDTH) Layer mixed = null;
                @TransformerBlock(
                    heads = Block.WIDTH / 2,
                    keyDim = Block.WIDTH / 3,
                    feedForward = 5 * Block.WIDTH) Layer encoded = null;
                @Reshape({Block.WIDTH, Block.WIDTH / 2, 8}) Layer image = null;
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
    void ofRecurrentLayersTheUnits() {
        assertThat(SEQUENCE.field("steps/both").output().dims())
                .containsExactly(6, 36)
                .inOrder();
        assertThat(SEQUENCE.field("steps/states").output().dims())
                .containsExactly(6, 6)
                .inOrder();
    }

    @Test
    void ofAttentionHeadsAndFeatures() {
        MultiHeadAttentionSpec mixed = (MultiHeadAttentionSpec) layer("steps/mixed");
        assertThat(mixed.heads().value()).isEqualTo(2);
        assertThat(mixed.keyDim().value()).isEqualTo(12);
        assertThat(mixed.headValues()).isEqualTo(3);
        assertThat(SEQUENCE.field("steps/mixed").output().dims())
                .containsExactly(6, 24)
                .inOrder();
        TransformerBlockSpec encoded = (TransformerBlockSpec) layer("steps/encoded");
        assertThat(encoded.heads().value()).isEqualTo(3);
        assertThat(encoded.keyDim().value()).isEqualTo(2);
        assertThat(encoded.feedForward().value()).isEqualTo(30);
    }

    @Test
    void ofANewShapeEachDimension() {
        assertThat(SEQUENCE.field("steps/image").output().dims())
                .containsExactly(6, 3, 8)
                .inOrder();
    }

    private static OpSpec layer(String name) {
        return SEQUENCE.field(name).steps().get(0).op();
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
