package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
import io.regulus.engine.Regulariser;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Adam;
import io.regulus.ops.Loss;
import io.regulus.ops.Losses;
import io.regulus.ops.Optimizer;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Weight;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How {@link Glances} is trained and asked: {@code @Classifier(classes = 4)}, {@code @AdamW(weightDecay = 0.01)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class GlancesTraining implements Blueprint<TInt32, TInt32> {
  private final GlancesHyperparameters hyper;

  GlancesTraining(GlancesHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    GlancesGraph network = new GlancesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    GlancesGraph network = new GlancesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().nn.softmax(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Softmax cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.softmaxCrossEntropy(pass, outputs, target, 4, hyper.task().labelSmoothing());
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, GlancesGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(GlancesGraph network) {
    return List.of(
        network.embeddedEmbedding,
        network.attendedHeads.queryKernel(),
        network.attendedHeads.queryBias(),
        network.attendedHeads.keyKernel(),
        network.attendedHeads.keyBias(),
        network.attendedHeads.valueKernel(),
        network.attendedHeads.valueBias(),
        network.attendedHeads.outputKernel(),
        network.attendedHeads.outputBias(),
        network.sumNorm.scale(),
        network.sumNorm.shift(),
        network.blockBlock.queryKernel(),
        network.blockBlock.queryBias(),
        network.blockBlock.keyKernel(),
        network.blockBlock.keyBias(),
        network.blockBlock.valueKernel(),
        network.blockBlock.valueBias(),
        network.blockBlock.outputKernel(),
        network.blockBlock.outputBias(),
        network.blockBlock.norm1Scale(),
        network.blockBlock.norm1Shift(),
        network.blockBlock.dense1Kernel(),
        network.blockBlock.dense1Bias(),
        network.blockBlock.dense2Kernel(),
        network.blockBlock.dense2Bias(),
        network.blockBlock.norm2Scale(),
        network.blockBlock.norm2Shift(),
        network.logitsKernel,
        network.logitsBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(GlancesGraph network) {
    return List.of(
        network.attendedHeads.queryKernel(),
        network.attendedHeads.keyKernel(),
        network.attendedHeads.valueKernel(),
        network.attendedHeads.outputKernel(),
        network.blockBlock.queryKernel(),
        network.blockBlock.keyKernel(),
        network.blockBlock.valueKernel(),
        network.blockBlock.outputKernel(),
        network.blockBlock.dense1Kernel(),
        network.blockBlock.dense2Kernel(),
        network.logitsKernel);
  }

  /**
   * {@code @AdamW(weightDecay = 0.01)}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Glances";
  }

  @Override
  public InputPort<TInt32> input() {
    return InputPort.named("words", TInt32.class, 12).ids(1000);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(4, 4);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.noisy("dropout of @MultiHeadAttention", "attended").off("attended.attentionDropout", 0.0),
        Regulariser.noisy("dropout of @TransformerBlock", "block").off("block.blockDropout", 0.0),
        Regulariser.of("weightDecay of @AdamW", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 19412L;
  }

  @Override
  public long valuesPerRow() {
    return 3604L;
  }

  @Override
  public boolean relatesSteps() {
    return true;
  }
}
