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
 * How {@link FashionNet} is trained and asked: {@code @Classifier(classes = 10, labelSmoothing = 0.1)}, {@code @Adam(learningRate = 0.001)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class FashionNetTraining implements Blueprint<TFloat32, TInt32> {
  private final FashionNetHyperparameters hyper;

  FashionNetTraining(FashionNetHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    FashionNetGraph network = new FashionNetGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    FashionNetGraph network = new FashionNetGraph(pass, hyper);
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
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, FashionNetGraph network) {
    return new Penalty(pass.tf())
        .l2(network.block1Kernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.block2Kernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.headKernel, hyper.network().l2()); // @L2(1e-4)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(FashionNetGraph network) {
    return List.of(
        network.block1Kernel,
        network.block1Norm.scale(),
        network.block1Norm.shift(),
        network.block2Kernel,
        network.block2Norm.scale(),
        network.block2Norm.shift(),
        network.headKernel,
        network.headBias,
        network.logitsKernel,
        network.logitsBias);
  }

  /**
   * {@code @Adam(learningRate = 0.001)}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.FashionNet";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 28, 28, 1);
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
        Regulariser.of("@L2(1e-4)", "class").off("network.l2", 0.0),
        Regulariser.noisy("@Dropout(p = 0.5)", "head").off("head.dropout", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 225130L;
  }
}
