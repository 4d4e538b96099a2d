import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
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
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How {@link Unnamed} is trained and asked: {@code @Regressor(outputs = 2)}, {@code @Adam}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class UnnamedTraining implements Blueprint<TFloat32, TFloat32> {
  /**
   * What saved models are known by.
   */
  static final String NAME = "Unnamed";

  private final UnnamedHyperparameters hyper;

  UnnamedTraining(UnnamedHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TFloat32> target) {
    Ops tf = pass.tf();
    UnnamedGraph network = new UnnamedGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(tf, outputs, target), penalty(tf, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input,
      Operand<TFloat32> target) {
    Ops tf = pass.tf();
    UnnamedGraph network = new UnnamedGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, outputs, loss(tf, outputs, target).value(), penalty(tf, network).sum());
  }

  /**
   * Mean squared error over rows and outputs.
   */
  private Loss loss(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.squaredError(tf, outputs, target);
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Ops tf, UnnamedGraph network) {
    return new Penalty(tf);
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(UnnamedGraph network) {
    return List.of(
        network.valueKernel,
        network.valueBias);
  }

  /**
   * {@code @Adam}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 3);
  }

  @Override
  public TargetPort.Values target() {
    return new TargetPort.Values(2);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }
}
