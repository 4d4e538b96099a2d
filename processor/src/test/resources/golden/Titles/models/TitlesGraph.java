package models;

import io.regulus.ops.Activations;
import io.regulus.ops.Dropout;
import io.regulus.ops.Embeddings;
import io.regulus.ops.Initializers;
import io.regulus.ops.Pass;
import io.regulus.ops.Weight;
import java.util.List;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The layers of {@link Titles} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * words     [32]
 * embedded  [32, 64]  embedding, dropout
 * tones     [32, 8]   embedding
 * both      [2304]    concat, flatten
 * numbers   [4]       dense, tanh
 * all       [2308]    concat
 * logits    [14]      dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class TitlesGraph {
  final Weight embeddedEmbedding;

  final Weight tonesEmbedding;

  final Weight numbersKernel;

  final Weight numbersBias;

  final Weight logitsKernel;

  final Weight logitsBias;

  private final Pass pass;

  private final Ops tf;

  private final TitlesHyperparameters hyper;

  TitlesGraph(Pass pass, TitlesHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    this.hyper = hyper;
    embeddedEmbedding = pass.embedding("embedded/embedding", Initializers.uniform(), 5000, 64);
    tonesEmbedding = pass.embedding("tones/embedding", Initializers.glorotUniform(), 4000, 8);
    numbersKernel = pass.kernel("numbers/kernel", Initializers.glorotUniform(), 32, 4);
    numbersBias = pass.bias("numbers/bias", 4);
    logitsKernel = pass.kernel("logits/kernel", Initializers.glorotUniform(), 2308, 14);
    logitsBias = pass.bias("logits/bias", 14);
  }

  /**
   * From rows of {@code words} to rows of {@code logits}.
   */
  Operand<TFloat32> apply(Operand<TInt32> fed) {
    Operand<TFloat32> words = words(fed);
    Operand<TFloat32> embedded = embedded(fed);
    Operand<TFloat32> tones = tones(fed);
    Operand<TFloat32> both = both(embedded, tones);
    Operand<TFloat32> numbers = numbers(words);
    Operand<TFloat32> all = all(both, numbers);
    return logits(all);
  }

  private Operand<TFloat32> words(Operand<TInt32> fed) {
    // @Input(shape = 32, type = INT32)
    return tf.dtypes.cast(fed, TFloat32.class);
  }

  private Operand<TFloat32> embedded(Operand<TInt32> input) {
    // @Embedding(vocabulary = 5000, units = 64) @Dropout(p = 0.2) @L2(value = 1e-5, on = EMBEDDING)
    Operand<TFloat32> x = Embeddings.lookUp(pass, embeddedEmbedding, input);
    x = Dropout.apply(pass, "embedded", x, hyper.embedded().dropout());
    return pass.layer("embedded", "embedding, dropout", x);
  }

  private Operand<TFloat32> tones(Operand<TInt32> input) {
    // @From("words") @Embedding(vocabulary = 4000, units = 8, embeddingsInitializer = GLOROT_UNIFORM)
    Operand<TFloat32> x = Embeddings.lookUp(pass, tonesEmbedding, input);
    return pass.layer("tones", "embedding", x);
  }

  private Operand<TFloat32> both(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"embedded", "tones"}) @Concat @Flatten
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    x = tf.reshape(x, tf.constant(new long[] {-1, 2304}));
    return pass.layer("both", "concat, flatten", x);
  }

  private Operand<TFloat32> numbers(Operand<TFloat32> input) {
    // @From("words") @Dense(units = 4, activation = TANH)
    Operand<TFloat32> x = tf.linalg.matMul(input, numbersKernel);
    x = tf.nn.biasAdd(x, numbersBias);
    x = Activations.tanh(pass, x);
    return pass.layer("numbers", "dense, tanh", x);
  }

  private Operand<TFloat32> all(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From({"both", "numbers"}) @Concat
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    return pass.layer("all", "concat", x);
  }

  private Operand<TFloat32> logits(Operand<TFloat32> input) {
    // @Dense(units = 14)
    Operand<TFloat32> x = tf.linalg.matMul(input, logitsKernel);
    x = tf.nn.biasAdd(x, logitsBias);
    return pass.layer("logits", "dense", x);
  }
}
