package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Loss;
import io.regulus.ops.Losses;
import io.regulus.ops.Optimizer;
import io.regulus.ops.Pass;
import io.regulus.ops.Penalty;
import io.regulus.ops.RmsProp;
import io.regulus.ops.TrainingStep;
import io.regulus.ops.Weight;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How {@link Holder.Tiny} is trained and asked: {@code @BinaryClassifier(labelSmoothing = 0.1)}, {@code @RmsProp(centered = true)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class Holder_TinyTraining implements Blueprint<TFloat32, TInt32> {
  /**
   * What saved models are known by.
   */
  static final String NAME = "models.Holder.Tiny";

  private final Holder_TinyHyperparameters hyper;

  Holder_TinyTraining(Holder_TinyHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    Ops tf = pass.tf();
    Holder_TinyGraph network = new Holder_TinyGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(tf, outputs, target), penalty(tf, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    Ops tf = pass.tf();
    Holder_TinyGraph network = new Holder_TinyGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, tf.math.sigmoid(outputs), loss(tf, outputs, target).value(), penalty(tf, network).sum());
  }

  /**
   * Sigmoid cross-entropy with smoothed labels, the mean over the rows.
   */
  private Loss loss(Ops tf, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.sigmoidCrossEntropy(tf, outputs, target, hyper.task().labelSmoothing());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Ops tf, Holder_TinyGraph network) {
    return new Penalty(tf)
        .l2(network.normedKernel, hyper.normed().l2()) // @L2(value = 1e-4, on = ALL)
        .l2(network.normedNorm.scale(), hyper.normed().l2()) // @L2(value = 1e-4, on = ALL)
        .l2(network.normedNorm.shift(), hyper.normed().l2()); // @L2(value = 1e-4, on = ALL)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(Holder_TinyGraph network) {
    return List.of(
        network.firstKernel,
        network.firstBias,
        network.record2Kernel,
        network.record2Bias,
        network.normedKernel,
        network.normedNorm.scale(),
        network.normedNorm.shift(),
        network.logitKernel,
        network.logitBias);
  }

  /**
   * {@code @RmsProp(centered = true)}.
   */
  private Optimizer optimizer() {
    return new RmsProp(
        hyper.optimizer().rho(),
        hyper.optimizer().momentum(),
        hyper.optimizer().epsilon(),
        true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 6, 6, 2);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(2, 1);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }
}
