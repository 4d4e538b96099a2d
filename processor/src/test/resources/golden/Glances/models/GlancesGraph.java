package models;

import io.regulus.ops.Activations;
import io.regulus.ops.Embeddings;
import io.regulus.ops.Initializers;
import io.regulus.ops.LayerNorm;
import io.regulus.ops.MultiHeadAttention;
import io.regulus.ops.Pass;
import io.regulus.ops.Pooling;
import io.regulus.ops.Positions;
import io.regulus.ops.TransformerBlock;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The layers of {@link Glances} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * words     [12]
 * embedded  [12, 16]  embedding
 * placed    [12, 16]  positions
 * attended  [12, 16]  self attention of 2 heads
 * sum       [12, 16]  add, layer norm
 * block     [12, 16]  transformer block of 2 heads
 * mean      [16]      global average pool
 * logits    [4]       dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class GlancesGraph {
  final Weight embeddedEmbedding;

  final MultiHeadAttention attendedHeads;

  final LayerNorm sumNorm;

  final TransformerBlock blockBlock;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final GlancesHyperparameters hyper;

  GlancesGraph(Pass pass, GlancesHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    embeddedEmbedding = pass.embedding("embedded/embedding", Initializers.uniform(), 1000, 16);
    attendedHeads = MultiHeadAttention.of(pass, "attended", 16, 16, 2, 8, 8, 16, true, Initializers.glorotUniform());
    sumNorm = LayerNorm.of(pass, "sum", 16);
    blockBlock = TransformerBlock.of(pass, "block", 16, 2, 8, 32, Initializers.glorotUniform());
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 16, 4);
    logitsBias = pass.bias("logits/bias", 4);
  }

  /**
   * From rows of {@code words} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TInt32> words) {
    Operand<TBool> wordsMask = Embeddings.mask(tf, words);
    Operand<TFloat32> embedded = embedded(words);
    Operand<TFloat32> placed = placed(embedded);
    Operand<TFloat32> attended = attended(placed, wordsMask);
    Operand<TFloat32> sum = sum(placed, attended);
    Operand<TFloat32> block = block(sum, wordsMask);
    Operand<TFloat32> mean = mean(block, wordsMask);
    return logits(mean);
  }

  private Operand<TFloat32> embedded(Operand<TInt32> input) {
    // @Embedding(vocabulary = 1000, units = 16, maskZero = true)
    Operand<TFloat32> x = Embeddings.lookUp(pass, embeddedEmbedding, input);
    return pass.layer("embedded", "embedding", x);
  }

  private Operand<TFloat32> placed(Operand<TFloat32> input) {
    // @PositionalEncoding
    Operand<TFloat32> x = Positions.addWaves(tf, input, hyper.placed().maxWavelength());
    return pass.layer("placed", "positions", x);
  }

  private Operand<TFloat32> attended(Operand<TFloat32> input, Operand<TBool> mask) {
    // @MultiHeadAttention(heads = 2, keyDim = 8, dropout = 0.1)
    Operand<TFloat32> x = attendedHeads.seeing(mask).apply(pass, input, input, false, hyper.attended().attentionDropout());
    return pass.layer("attended", "self attention of 2 heads", x);
  }

  private Operand<TFloat32> sum(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"placed", "attended"}) @Add @LayerNorm
    Operand<TFloat32> x = tf.math.add(input1, input2);
    x = sumNorm.apply(pass, x, hyper.sum().layerNormEpsilon());
    return pass.layer("sum", "add, layer norm", x);
  }

  private Operand<TFloat32> block(Operand<TFloat32> input, Operand<TBool> mask) {
    // @TransformerBlock(heads = 2, keyDim = 8, feedForward = 32, activation = GELU, dropout = 0.1)
    Operand<TFloat32> x = blockBlock.seeing(mask).attendThenNorm(pass, input, false, hyper.block().blockDropout(), hyper.block().blockEpsilon());
    x = blockBlock.feedThenNorm(pass, x, hidden -> Activations.gelu(tf, hidden), hyper.block().blockDropout(), hyper.block().blockEpsilon());
    return pass.layer("block", "transformer block of 2 heads", x);
  }

  private Operand<TFloat32> mean(Operand<TFloat32> input, Operand<TBool> mask) {
    // @GlobalAvgPool1D
    Operand<TFloat32> x = Pooling.globalAverage(tf, input, mask);
    return pass.layer("mean", "global average pool", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 4)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
