package models;

import io.regulus.engine.Feeds;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.Regulariser;
import io.regulus.engine.TargetPort;
import io.regulus.ops.Adam;
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
import org.tensorflow.types.TUint8;

/**
 * How {@link Dial} is trained and asked: {@code @Classifier(classes = 10, labelSmoothing = 0.1)}, {@code @Regressor(loss = HUBER, lossWeight = 0.3)}, {@code @Adam(learningRate = 0.001)}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class DialTraining implements NetworkPlan {
  private final DialHyperparameters hyper;

  DialTraining(DialHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Feeds feeds) {
    DialGraph network = new DialGraph(pass, hyper);
    DialGraph.Outputs outputs = network.apply(
        feeds.input("image", TUint8.class),
        feeds.input("meta", TFloat32.class));
    return TrainingStep.of(pass, heads(pass, outputs, feeds), penalty(pass, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public NetworkPlan.Answers inference(Pass pass, Feeds feeds) {
    DialGraph network = new DialGraph(pass, hyper);
    DialGraph.Outputs outputs = network.apply(
        feeds.input("image", TUint8.class),
        feeds.input("meta", TFloat32.class));
    return NetworkPlan.Answers.of(
        pass,
        heads(pass, outputs, feeds),
        List.of(
            pass.tf().nn.softmax(outputs.digit()),
            outputs.angle()));
  }

  /**
   * The outputs with their losses, of which the sum of weight * loss is minimised.
   */
  private List<Head> heads(Pass pass, DialGraph.Outputs outputs, Feeds feeds) {
    return List.of(
        new Head(
            "digit",
            outputs.digit(),
            digitLoss(pass, outputs.digit(), feeds.target("digit", TInt32.class)),
            hyper.digit().lossWeight()),
        new Head(
            "angle",
            outputs.angle(),
            angleLoss(pass, outputs.angle(), feeds.target("angle", TFloat32.class)),
            hyper.angle().lossWeight()));
  }

  /**
   * Softmax cross-entropy, the mean over the rows; labels smoothed by {@code digit.labelSmoothing}.
   */
  private Loss digitLoss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.softmaxCrossEntropy(pass, outputs, target, 10, hyper.digit().labelSmoothing());
  }

  /**
   * Mean Huber loss over rows and outputs.
   */
  private Loss angleLoss(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.huber(pass, outputs, target, hyper.angle().delta());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, DialGraph network) {
    return new Penalty(pass.tf())
        .l2(network.featuresKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.sideKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.joinedKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.digitKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.angleKernel, hyper.network().l2()); // @L2(1e-4)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(DialGraph network) {
    return List.of(
        network.featuresKernel,
        network.featuresBias,
        network.sideKernel,
        network.sideBias,
        network.joinedKernel,
        network.joinedBias,
        network.digitKernel,
        network.digitBias,
        network.angleKernel,
        network.angleBias);
  }

  /**
   * {@code @Adam(learningRate = 0.001)}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Dial";
  }

  @Override
  public List<InputPort<?>> inputs() {
    return List.of(
        InputPort.named("image", TUint8.class, 16, 16, 1),
        InputPort.named("meta", TFloat32.class, 4));
  }

  @Override
  public List<OutputPort> outputs() {
    return List.of(
        new OutputPort("digit", new TargetPort.Classes(10, 10)),
        new OutputPort("angle", new TargetPort.Values(1)));
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("@L2(1e-4)", "class").off("network.l2", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "digit").off("digit.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 13315L;
  }
}
