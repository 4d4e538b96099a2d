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
import org.tensorflow.types.TUint8;

/**
 * How {@link Varied} is trained and asked: {@code @Classifier(classes = 10, labelSmoothing = 0.1)}, {@code @AdamW}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class VariedTraining implements Blueprint<TUint8, TInt32> {
  private final VariedHyperparameters hyper;

  VariedTraining(VariedHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TUint8> input, Operand<TInt32> target) {
    VariedGraph network = new VariedGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TUint8> input, Operand<TInt32> target) {
    VariedGraph network = new VariedGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().nn.softmax(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Softmax cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.softmaxCrossEntropy(pass, outputs, target, 10, hyper.task().labelSmoothing());
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, VariedGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(VariedGraph network) {
    return List.of(
        network.blockKernel,
        network.blockNorm.scale(),
        network.blockNorm.shift(),
        network.logitsKernel,
        network.logitsBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(VariedGraph network) {
    return List.of(
        network.blockKernel,
        network.logitsKernel);
  }

  /**
   * {@code @AdamW}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Varied";
  }

  @Override
  public InputPort<TUint8> input() {
    return InputPort.named("image", TUint8.class, 32, 32, 3).standardized("image", 0.00392156862745098);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(10, 10);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.noisy("@RandomRotation(degrees = 10)", "image").off("image.randomRotationDegrees", 0.0),
        Regulariser.noisy("@RandomBrightness(delta = 0.1)", "image").off("image.randomBrightnessDelta", 0.0),
        Regulariser.noisy("@RandomContrast(factor = 0.2)", "image").off("image.randomContrastFactor", 0.0),
        Regulariser.noisy("@MixUp(alpha = 0.2, per = ROW)", "image").off("image.mixUpAlpha", 0.0),
        Regulariser.of("weightDecay of @AdamW", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0),
        Regulariser.noisy("@RandomFlip", "image"),
        Regulariser.noisy("@RandomCrop(padding = 4)", "image"),
        Regulariser.noisy("@Cutout(size = 16)", "image"));
  }

  @Override
  public long trainedValues() {
    return 634L;
  }
}
