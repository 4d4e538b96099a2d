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
 * How {@link Spam} is trained and asked: {@code @BinaryClassifier}, {@code @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class SpamTraining implements Blueprint<TUint8, TInt32> {
  private final SpamHyperparameters hyper;

  SpamTraining(SpamHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TUint8> input, Operand<TInt32> target) {
    SpamGraph network = new SpamGraph(pass, hyper);
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
    SpamGraph network = new SpamGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().math.sigmoid(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Sigmoid cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.sigmoidCrossEntropy(pass, outputs, target, hyper.task().labelSmoothing());
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, SpamGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(SpamGraph network) {
    return List.of(
        network.featuresKernel,
        network.featuresNorm.scale(),
        network.featuresNorm.shift(),
        network.logitKernel,
        network.logitBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(SpamGraph network) {
    return List.of(
        network.featuresKernel,
        network.logitKernel);
  }

  /**
   * {@code @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)}.
   */
  private Optimizer optimizer() {
    return new Sgd(hyper.optimizer().momentum(), true);
  }

  @Override
  public String name() {
    return "Spam";
  }

  @Override
  public InputPort<TUint8> input() {
    return InputPort.named("pixels", TUint8.class, 16, 16, 3);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(2, 1);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("weightDecay of @Sgd", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("labelSmoothing of @BinaryClassifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 769L;
  }
}
