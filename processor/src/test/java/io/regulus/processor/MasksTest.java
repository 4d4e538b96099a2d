package io.regulus.processor;

import static com.google.common.truth.Truth.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far the mask of an embedding reaches. */
class MasksTest {
    private static final Checked NET = Checked.of("""
            @Network
            @Classifier(classes = 3)
            @Adam
            @AcceptAdvice({"RG112", "RG121", "RG122"})
            abstract class Net {
              @Input(shape = {8}, type = DataType.INT32) Layer words;
              @Embedding(vocabulary = 20, units = 4, maskZero = true) @BatchNorm @Activation(TANH) @Dropout(p = 0.1)
              Layer embedded;
              @From("words") @Embedding(vocabulary = 20, units = 4) Layer plain;
              @From("embedded") @Dense(units = 4) Layer each;
              @From({"embedded", "each"}) @Add Layer residual;
              @From({"plain", "residual"}) @Add Layer lost;
              @From({"residual", "embedded"}) @Concat Layer joined;
              @From("embedded") @Lstm(units = 2, returnSequences = true) @Bidirectional @LayerNorm Layer states;
              @From("states") @Gru(units = 2) Layer last;
              @From("joined") @Flatten Layer flat;
              @From("lost") @Flatten Layer lostFlat;
              @From({"flat", "lostFlat", "last"}) @Concat Layer all;
              @Dense(units = 3) Layer logits;
            }
            """);

    private static final Optional<String> WORDS = Optional.of("words");

    private static Optional<String> behind(String field) {
        return NET.field(field).mask();
    }

    @Test
    void anEmbeddingMakesAMaskWhereItIsAskedTo() {
        assertThat(behind("embedded")).isEqualTo(WORDS);
        assertThat(behind("plain")).isEmpty();
    }

    @Test
    void itHoldsWhileTheStepsAreKept() {
        assertThat(behind("each")).isEqualTo(WORDS);
        assertThat(behind("flat")).isEmpty();
    }

    @Test
    void recurrentLayersUseItAndThoseThatGiveEveryStepPassItOn() {
        assertThat(behind("states")).isEqualTo(WORDS);
        assertThat(behind("last")).isEmpty();
        assertThat(NET.field("last").steps().get(0).masks()).containsExactly(WORDS);
        assertThat(NET.field("last").steps().get(0).op().usesMask()).isTrue();
    }

    @Test
    void itHoldsBehindAMergeOfEqualMasks() {
        assertThat(behind("residual")).isEqualTo(WORDS);
        assertThat(behind("joined")).isEqualTo(WORDS);
        assertThat(behind("lost")).isEmpty();
    }

    /** Of equal axes throughout, so that no mask is lost for its size. */
    @Test
    void productsAndMovedAxes() {
        Checked net = Checked.of("""
                @Network
                @Classifier(classes = 3)
                @Adam
                @AcceptAdvice({"RG112", "RG121", "RG122"})
                abstract class Net {
                  @Input(shape = {4}, type = DataType.INT32) Layer words;
                  @Embedding(vocabulary = 20, units = 4, maskZero = true) Layer embedded;
                  @Dense(units = 4) Layer each;
                  @From({"embedded", "each"}) @Multiply Layer gated;
                  @From("embedded") @GlobalAvgPool1D Layer mean;
                  @From({"embedded", "mean"}) @Multiply Layer byRow;
                  @From({"embedded", "each"}) @Dot(axes = 2) Layer dots;
                  @From("embedded") @Permute({2, 1}) Layer turned;
                  @From({"embedded", "each"}) @Attention Layer attended;
                  @From({"gated", "byRow", "dots", "turned", "attended"}) @Add @Flatten Layer all;
                  @Dense(units = 3) Layer logits;
                }
                """);
        assertThat(net.field("gated").mask()).isEqualTo(WORDS);
        assertThat(net.field("attended").mask()).isEqualTo(WORDS);
        assertThat(net.field("attended").steps().get(0).op().usesMask()).isTrue();
        assertThat(net.field("mean").mask()).isEmpty();
        assertThat(net.field("mean").steps().get(0).op().usesMask()).isTrue();
        assertThat(net.field("byRow").mask()).isEmpty();
        assertThat(net.field("dots").mask()).isEmpty();
        assertThat(net.field("turned").mask()).isEmpty();
    }

    @Test
    void everyOperationOfAFieldKnowsItsMask() {
        assertThat(NET.field("embedded").steps().stream()
                        .map(step -> step.masks().get(0)))
                .containsExactly(Optional.empty(), WORDS, WORDS, WORDS)
                .inOrder();
        assertThat(NET.field("lost").steps().get(0).masks())
                .containsExactly(Optional.empty(), WORDS)
                .inOrder();
    }

    @Test
    void itHoldsThroughBlocks() {
        Checked net = Checked.of("""
                @Network
                @Classifier(classes = 3)
                @Adam
                @AcceptAdvice({"RG112", "RG121", "RG122"})
                abstract class Net {
                  @Block interface Residual {
                    @Dense(units = Block.WIDTH) Layer each = null;
                    @From({"input", "each"}) @Add Layer sum = null;
                  }
                  @Block interface Reader {
                    @Embedding(vocabulary = 20, units = 4, maskZero = true) Layer rows = null;
                    @Repeat(2) Residual inner = null;
                  }
                  @Input(shape = {8}, type = DataType.INT32) Layer words;
                  Reader reader;
                  @SharesWeightsOf("reader") @From("words") Reader again;
                  @From({"reader", "again"}) @Add Layer both;
                  @Flatten Layer flat;
                  @Dense(units = 3) Layer logits;
                }
                """);
        assertThat(net.field("reader/inner/1/sum").mask()).isEqualTo(WORDS);
        assertThat(net.field("again/inner/1/sum").mask()).isEqualTo(WORDS);
        assertThat(net.field("both").mask()).isEqualTo(WORDS);
        assertThat(net.field("flat").mask()).isEmpty();
    }
}
