package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
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
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How {@link Limits} is trained and asked: {@code @Regressor(outputs = 1, loss = HUBER, delta = 1e-9)}, {@code @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.0)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class LimitsTraining implements Blueprint<TFloat32, TFloat32> {
  /**
   * What saved models are known by.
   */
  static final String NAME = "models.Limits";

  private final LimitsHyperparameters hyper;

  LimitsTraining(LimitsHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    Ops tf = pass.tf();
    LimitsGraph network = new LimitsGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(tf, outputs, target), penalty(tf, network))
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input,
      Operand<TFloat32> target) {
    Ops tf = pass.tf();
    LimitsGraph network = new LimitsGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, outputs, loss(tf, outputs, target).value(), penalty(tf, network).sum());
  }

  /**
   * Mean Huber loss over rows and outputs.
   */
  private Loss loss(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.huber(tf, outputs, target, hyper.task().delta());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Ops tf, LimitsGraph network) {
    return new Penalty(tf)
        .l2(network.aKernel, hyper.a().l2()) // @L2(1e-6)
        .l2(network.bKernel, hyper.b().l2()) // @L2(0.1)
        .l1Proximal(network.cKernel, hyper.c().l1()) // @L1(value = 1e-4, proximal = true)
        .l2(network.cKernel, hyper.c().l2()) // @L2(1e-4)
        .l2(network.valueKernel, hyper.network().l2()); // @L2(0.0)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(LimitsGraph network) {
    return List.of(
        network.aKernel,
        network.aBias,
        network.bKernel,
        network.bBias,
        network.cKernel,
        network.cBias,
        network.valueKernel,
        network.valueBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(LimitsGraph network) {
    return List.of(
        network.aKernel,
        network.bKernel,
        network.cKernel,
        network.valueKernel);
  }

  /**
   * {@code @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.0)}.
   */
  private Optimizer optimizer() {
    return new Sgd(hyper.optimizer().momentum(), true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 1);
  }

  @Override
  public TargetPort.Values target() {
    return new TargetPort.Values(1);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }
}
