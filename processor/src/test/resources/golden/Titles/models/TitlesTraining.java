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
import org.tensorflow.types.TInt32;

/**
 * How {@link Titles} is trained and asked: {@code @Classifier(classes = 14)}, {@code @Adam}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class TitlesTraining implements Blueprint<TInt32, TInt32> {
  private final TitlesHyperparameters hyper;

  TitlesTraining(TitlesHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    TitlesGraph network = new TitlesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    TitlesGraph network = new TitlesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().nn.softmax(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Softmax cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.softmaxCrossEntropy(pass, outputs, target, 14, hyper.task().labelSmoothing());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, TitlesGraph network) {
    return new Penalty(pass.tf())
        .l2(network.embeddedEmbedding, hyper.embedded().l2()) // @L2(value = 1e-5, on = EMBEDDING)
        .l2(network.numbersKernel, hyper.network().l2()) // @L2(1e-4)
        .l2(network.logitsKernel, hyper.network().l2()); // @L2(1e-4)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(TitlesGraph network) {
    return List.of(
        network.embeddedEmbedding,
        network.tonesEmbedding,
        network.numbersKernel,
        network.numbersBias,
        network.logitsKernel,
        network.logitsBias);
  }

  /**
   * {@code @Adam}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Titles";
  }

  @Override
  public InputPort<TInt32> input() {
    return InputPort.named("words", TInt32.class, 32).ids(4000);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(14, 14);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.of("@L2(value = 1e-5, on = EMBEDDING)", "embedded").off("embedded.l2", 0.0),
        Regulariser.noisy("@Dropout(p = 0.2)", "embedded").off("embedded.dropout", 0.0),
        Regulariser.of("@L2(1e-4)", "class").off("network.l2", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 384458L;
  }

  @Override
  public long valuesPerRow() {
    return 34762L;
  }
}
