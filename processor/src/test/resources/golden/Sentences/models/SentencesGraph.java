package models;

import io.regulus.ops.Bidirectional;
import io.regulus.ops.Embeddings;
import io.regulus.ops.Gru;
import io.regulus.ops.Initializers;
import io.regulus.ops.Lstm;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The layers of {@link Sentences} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * words     [12]
 * embedded  [12, 16]  embedding
 * both      [12, 16]  bidirectional lstm per step
 * last      [8]       gru
 * logits    [4]       dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class SentencesGraph {
  final Weight embeddedEmbedding;

  final Lstm bothLstm;

  final Lstm bothBackward;

  final Gru lastGru;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final SentencesHyperparameters hyper;

  SentencesGraph(Pass pass, SentencesHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    embeddedEmbedding = pass.embedding("embedded/embedding", Initializers.uniform(), 1000, 16);
    bothLstm = Lstm.of(pass, "both", 16, 8, true, true, Initializers.glorotUniform(), Initializers.orthogonal());
    bothBackward = Lstm.backward(pass, "both", 16, 8, true, true, Initializers.glorotUniform(), Initializers.orthogonal());
    lastGru = Gru.of(pass, "last", 16, 8, true, true, Initializers.glorotUniform(), Initializers.orthogonal());
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 8, 4);
    logitsBias = pass.bias("logits/bias", 4);
  }

  /**
   * From rows of {@code words} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TInt32> words) {
    Operand<TBool> wordsMask = Embeddings.mask(tf, words);
    Operand<TFloat32> embedded = embedded(words);
    Operand<TFloat32> both = both(embedded, wordsMask);
    Operand<TFloat32> last = last(both, wordsMask);
    return logits(last);
  }

  private Operand<TFloat32> embedded(Operand<TInt32> input) {
    // @Embedding(vocabulary = 1000, units = 16, maskZero = true)
    Operand<TFloat32> x = Embeddings.lookUp(pass, embeddedEmbedding, input);
    return pass.layer("embedded", "embedding", x);
  }

  private Operand<TFloat32> both(Operand<TFloat32> input, Operand<TBool> mask) {
    // @Lstm(units = 8, returnSequences = true, dropout = 0.1) @Bidirectional
    Operand<TFloat32> x = Bidirectional.sequence(pass, bothLstm, bothBackward, Bidirectional.Merge.CONCAT, input, hyper.both().inputDropout(), hyper.both().recurrentDropout(), mask);
    return pass.layer("both", "bidirectional lstm per step", x);
  }

  private Operand<TFloat32> last(Operand<TFloat32> input, Operand<TBool> mask) {
    // @Gru(units = 8, recurrentDropout = 0.2) @L2(value = 1e-4, on = RECURRENT_KERNEL)
    Operand<TFloat32> x = lastGru.last(pass, input, hyper.last().inputDropout(), hyper.last().recurrentDropout(), mask);
    return pass.layer("last", "gru", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 4)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
