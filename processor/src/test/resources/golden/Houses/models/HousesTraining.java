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

/**
 * How {@link Houses} is trained and asked: {@code @Regressor}, {@code @Adam}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class HousesTraining implements NetworkPlan {
  private final HousesHyperparameters hyper;

  HousesTraining(HousesHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Feeds feeds) {
    HousesGraph network = new HousesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(
        feeds.input("numbers", TFloat32.class),
        feeds.input("district", TInt32.class));
    return TrainingStep.of(pass, heads(pass, outputs, feeds), penalty(pass, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public NetworkPlan.Answers inference(Pass pass, Feeds feeds) {
    HousesGraph network = new HousesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(
        feeds.input("numbers", TFloat32.class),
        feeds.input("district", TInt32.class));
    return NetworkPlan.Answers.of(
        pass,
        heads(pass, outputs, feeds),
        List.of(
            outputs));
  }

  /**
   * The output with its loss.
   */
  private List<Head> heads(Pass pass, Operand<TFloat32> outputs, Feeds feeds) {
    return List.of(
        new Head(
            "price",
            outputs,
            loss(pass, outputs, feeds.target("price", TFloat32.class)),
            1));
  }

  /**
   * Mean squared error over rows and outputs.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TFloat32> target) {
    return Losses.squaredError(pass, outputs, target);
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, HousesGraph network) {
    return new Penalty(pass.tf())
        .l2(network.hiddenKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.priceKernel, hyper.network().l2()); // @L2(1e-4)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(HousesGraph network) {
    return List.of(
        network.districtEmbeddingEmbedding,
        network.hiddenKernel,
        network.hiddenBias,
        network.priceKernel,
        network.priceBias);
  }

  /**
   * {@code @Adam}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Houses";
  }

  @Override
  public List<InputPort<?>> inputs() {
    return List.of(
        InputPort.named("numbers", TFloat32.class, 13),
        InputPort.named("district", TInt32.class, 1).ids(502));
  }

  @Override
  public List<OutputPort> outputs() {
    return List.of(
        new OutputPort("price", new TargetPort.Values(1)));
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("@L2(1e-4)", "class").off("network.l2", 0.0));
  }

  @Override
  public long trainedValues() {
    return 2313L;
  }

  @Override
  public long valuesPerRow() {
    return 309L;
  }
}
