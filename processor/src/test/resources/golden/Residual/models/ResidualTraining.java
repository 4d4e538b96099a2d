package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
import io.regulus.engine.Regulariser;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Loss;
import io.regulus.ops.Losses;
import io.regulus.ops.Optimizer;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.Sgd;
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
 * How {@link Residual} is trained and asked: {@code @Classifier(classes = 4)}, <code>&#64;Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*&#47;bias", "LOGITS/*"})</code>.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class ResidualTraining implements Blueprint<TUint8, TInt32> {
  private final ResidualHyperparameters hyper;

  ResidualTraining(ResidualHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TUint8> input, Operand<TInt32> target) {
    ResidualGraph network = new ResidualGraph(pass, hyper);
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
    ResidualGraph network = new ResidualGraph(pass, hyper);
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
  private Penalty penalty(Pass pass, ResidualGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(ResidualGraph network) {
    return List.of(
        network.STEMKernel,
        network.STEMNorm.scale(),
        network.STEMNorm.shift(),
        network.INNERKernel,
        network.INNERNorm.scale(),
        network.INNERNorm.shift(),
        network.LOGITSKernel,
        network.LOGITSBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(ResidualGraph network) {
    return List.of(
        network.STEMKernel,
        network.INNERKernel);
  }

  /**
   * <code>&#64;Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*&#47;bias", "LOGITS/*"})</code>.
   */
  private Optimizer optimizer() {
    return new Sgd(hyper.optimizer().momentum(), false);
  }

  @Override
  public String name() {
    return "models.Residual";
  }

  @Override
  public InputPort<TUint8> input() {
    return InputPort.named("IMAGE", TUint8.class, 8, 8, 3);
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
        Regulariser.of("weightDecay of @Sgd", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 552L;
  }
}
