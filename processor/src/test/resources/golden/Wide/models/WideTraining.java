package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
import io.regulus.engine.Precision;
import io.regulus.engine.Regulariser;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Head;
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

/**
 * How {@link Wide} is trained and asked: {@code @Regressor}, {@code @Sgd}, {@code @Sam}, {@code @GradientAccumulation(batches = 8)}, {@code @MixedPrecision}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class WideTraining implements Blueprint<TFloat32, TFloat32> {
  private final WideHyperparameters hyper;

  WideTraining(WideHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    WideGraph network = new WideGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .sam(() -> displaced(pass, input, target), hyper.sam().rho())
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input,
      Operand<TFloat32> target) {
    WideGraph network = new WideGraph(pass, hyper);
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
   * The outputs with their losses at the weights as they are moved.
   */
  private List<Head> displaced(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    WideGraph network = new WideGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return List.of(Head.only(outputs, loss(pass, outputs, target)));
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, WideGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(WideGraph network) {
    return List.of(
        network.hiddenKernel,
        network.hiddenBias,
        network.valueKernel,
        network.valueBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(WideGraph network) {
    return List.of(
        network.hiddenKernel,
        network.valueKernel);
  }

  /**
   * {@code @Sgd}.
   */
  private Optimizer optimizer() {
    return new Sgd(hyper.optimizer().momentum(), false);
  }

  @Override
  public String name() {
    return "models.Wide";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 512);
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
        Regulariser.of("weightDecay of @Sgd", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("@Sam", "class").off("sam.rho", 0.0));
  }

  @Override
  public long trainedValues() {
    return 263169L;
  }

  @Override
  public List<String> policies() {
    return List.of("sam", "gradientAccumulation");
  }

  @Override
  public int batchesPerStep() {
    return 8;
  }

  @Override
  public Precision precision() {
    return Precision.MIXED;
  }
}
