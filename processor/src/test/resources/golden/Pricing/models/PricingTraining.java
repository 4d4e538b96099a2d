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
 * How {@link Pricing} is trained and asked: {@code @Regressor}, {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class PricingTraining implements Blueprint<TFloat32, TFloat32> {
  private final PricingHyperparameters hyper;

  PricingTraining(PricingHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    PricingGraph network = new PricingGraph(pass, hyper);
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
    PricingGraph network = new PricingGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, outputs, loss(pass, outputs, target).value());
  }

  /**
   * Mean squared error over rows and outputs.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.squaredError(pass, outputs, target);
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, PricingGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(PricingGraph network) {
    return List.of(
        network.hiddenKernel,
        network.hiddenBias,
        network.priceKernel,
        network.priceBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(PricingGraph network) {
    return List.of(
        network.hiddenKernel,
        network.priceKernel);
  }

  /**
   * {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Pricing";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 8);
  }

  @Override
  public TargetPort.Values target() {
    return new TargetPort.Values(1);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("weightDecay of @AdamW", "class").off("optimizer.weightDecay", 0.0));
  }

  @Override
  public long trainedValues() {
    return 641L;
  }
}
