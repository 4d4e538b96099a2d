package models;

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
 * The layers of {@link Houses} in TensorFlow ops, one method per field. An instance is one pass, of training or of inference.
 *
 * <pre>
 * numbers            [13]
 * district           [1]
 * districtEmbedding  [4]   embedding, flatten
 * input              [17]  concat
 * hidden             [16]  dense, relu
 * price              [1]   dense
 * </pre>
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class HousesGraph {
  final Weight districtEmbeddingEmbedding;

  final Weight hiddenKernel;

  final Weight hiddenBias;

  final Weight priceKernel;

  final Weight priceBias;

  private final Pass pass;

  private final Ops tf;

  HousesGraph(Pass pass, HousesHyperparameters hyper) {
    this.pass = pass;
    this.tf = pass.tf();
    districtEmbeddingEmbedding = pass.embedding("districtEmbedding/embedding", Initializers.uniform(), 502, 4);
    hiddenKernel = pass.kernel("hidden/kernel", Initializers.glorotUniform(), 17, 16);
    hiddenBias = pass.bias("hidden/bias", 16);
    priceKernel = pass.kernel("price/kernel", Initializers.glorotUniform(), 16, 1);
    priceBias = pass.bias("price/bias", 1);
  }

  /**
   * From rows of {@code numbers}, {@code district} to rows of {@code price}.
   */
  Operand<TFloat32> apply(Operand<TFloat32> numbers, Operand<TInt32> district) {
    Operand<TFloat32> districtEmbedding = districtEmbedding(district);
    Operand<TFloat32> input = input(numbers, districtEmbedding);
    Operand<TFloat32> hidden = hidden(input);
    return price(hidden);
  }

  private Operand<TFloat32> districtEmbedding(Operand<TInt32> input) {
    // @From @Categorical(size = 500, embedding = 4, missing = OWN) district @Flatten
    Operand<TFloat32> x = Embeddings.lookUp(pass, districtEmbeddingEmbedding, input);
    x = tf.reshape(x, tf.constant(new long[] {-1, 4}));
    return pass.layer("districtEmbedding", "embedding, flatten", x);
  }

  private Operand<TFloat32> input(Operand<TFloat32> input1, Operand<TFloat32> input2) {
    // @From @Concat
    Operand<TFloat32> x = tf.concat(List.of(input1, input2), tf.constant(-1));
    return pass.layer("input", "concat", x);
  }

  private Operand<TFloat32> hidden(Operand<TFloat32> input) {
    // @Dense(units = 16, activation = RELU)
    Operand<TFloat32> x = tf.linalg.matMul(input, hiddenKernel);
    x = tf.nn.biasAdd(x, hiddenBias);
    x = tf.nn.relu(x);
    return pass.layer("hidden", "dense, relu", x);
  }

  private Operand<TFloat32> price(Operand<TFloat32> input) {
    // @Dense(units = 1)
    Operand<TFloat32> x = tf.linalg.matMul(input, priceKernel);
    x = tf.nn.biasAdd(x, priceBias);
    return pass.layer("price", "dense", x);
  }
}
