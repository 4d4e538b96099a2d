package models;

import io.regulus.engine.Blueprint;
import io.regulus.engine.InputPort;
import io.regulus.engine.Regulariser;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Adam;
import io.regulus.ops.Emphasis;
import io.regulus.ops.Head;
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
 * How {@link Fraud} is trained and asked: {@code @BinaryClassifier}, {@code @Adam}, {@code @ClassWeights({0.25, 0.75})}, {@code @FocalLoss}, {@code @AdversarialTraining(epsilon = 0.05)}, {@code @Standardize}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class FraudTraining implements Blueprint<TFloat32, TInt32> {
  private final FraudHyperparameters hyper;

  FraudTraining(FraudHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    FraudGraph network = new FraudGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .adversarial(
            () -> attacked(pass, network, input, target),
            hyper.adversarialTraining().epsilon(),
            hyper.adversarialTraining().weight())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    FraudGraph network = new FraudGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().math.sigmoid(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Sigmoid cross-entropy times (1 - p)^gamma, class by class, the mean over the rows, in a step each times the weight of its class; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.sigmoidCrossEntropy(pass, outputs, target, hyper.task().labelSmoothing(),
        Emphasis.none().ofClasses(hyper.classWeights().class0(),
        hyper.classWeights().class1()).focal(hyper.focalLoss().gamma()));
  }

  /**
   * The outputs with their losses once more, on inputs that the attack changed.
   */
  private List<Head> attacked(Pass pass, FraudGraph network, Operand<TFloat32> input,
      Operand<TInt32> target) {
    Operand<TFloat32> outputs = network.apply(input);
    return List.of(Head.only(outputs, loss(pass, outputs, target)));
  }

  /**
   * Nothing is penalised.
   */
  private Penalty penalty(Pass pass, FraudGraph network) {
    return new Penalty(pass.tf());
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(FraudGraph network) {
    return List.of(
        network.hiddenKernel,
        network.hiddenBias,
        network.logitKernel,
        network.logitBias);
  }

  /**
   * {@code @Adam}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Fraud";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 30).standardized("input", 1.0);
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
        Regulariser.of("labelSmoothing of @BinaryClassifier", "class").off("task.labelSmoothing", 0.0),
        Regulariser.noisy("@AdversarialTraining(epsilon = 0.05)", "class").off("adversarialTraining.weight", 0.0));
  }

  @Override
  public long trainedValues() {
    return 1025L;
  }

  @Override
  public List<String> policies() {
    return List.of("classWeights", "focalLoss", "adversarialTraining", "standardize");
  }
}
