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

/**
 * How {@link Prices.Wide} is trained and asked: {@code @Regressor(outputs = 2, loss = HUBER, delta = 0.5)}, <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class Prices_WideTraining implements Blueprint<TFloat32, TFloat32> {
  private final Prices_WideHyperparameters hyper;

  Prices_WideTraining(Prices_WideHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    Prices_WideGraph network = new Prices_WideGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input,
      Operand<TFloat32> target) {
    Prices_WideGraph network = new Prices_WideGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, outputs, loss(pass, outputs, target).value());
  }

  /**
   * Mean Huber loss over rows and outputs.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.huber(pass, outputs, target, hyper.task().delta());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, Prices_WideGraph network) {
    return new Penalty(pass.tf())
        .l1Proximal(network.deepKernel, hyper.deep().l1()) // @L1(value = 0.001, proximal = true)
        .l1(network.valuesKernel, hyper.values().l1()) // @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)
        .l2(network.valuesKernel, hyper.values().l2()) // @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)
        .l1(network.valuesBias, hyper.values().l1()) // @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)
        .l2(network.valuesBias, hyper.values().l2()); // @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(Prices_WideGraph network) {
    return List.of(
        network.wideKernel,
        network.wideBias,
        network.deepKernel,
        network.deepBias,
        network.narrowKernel,
        network.narrowBias,
        network.valuesKernel,
        network.valuesBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(Prices_WideGraph network) {
    return List.of(
        network.deepKernel,
        network.valuesKernel);
  }

  /**
   * <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Prices.Wide";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 12);
  }

  @Override
  public TargetPort.Values target() {
    return new TargetPort.Values(2);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("@L1(value = 0.001, proximal = true)", "deep").off("deep.l1", 0.0),
        Regulariser.of("@ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)", "values").off("values.l1", 0.0).off("values.l2", 0.0),
        Regulariser.of("weightDecay of @AdamW", "class").off("optimizer.weightDecay", 0.0));
  }

  @Override
  public long trainedValues() {
    return 422L;
  }
}
