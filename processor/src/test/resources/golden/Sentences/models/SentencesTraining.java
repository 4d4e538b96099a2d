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
 * How {@link Sentences} is trained and asked: {@code @Classifier(classes = 4)}, {@code @Adam}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class SentencesTraining implements Blueprint<TInt32, TInt32> {
  private final SentencesHyperparameters hyper;

  SentencesTraining(SentencesHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    SentencesGraph network = new SentencesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TInt32> input, Operand<TInt32> target) {
    SentencesGraph network = new SentencesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return new Blueprint.Inference(
        outputs, pass.tf().nn.softmax(outputs), loss(pass, outputs, target).value());
  }

  /**
   * Softmax cross-entropy, the mean over the rows; labels smoothed by {@code task.labelSmoothing}.
   */
  private Loss loss(Pass pass, Operand<TFloat32> outputs, Operand<TInt32> target) {
    return Losses.softmaxCrossEntropy(pass, outputs, target, 4, hyper.task().labelSmoothing());
  }

  /**
   * The regularisation penalty, term by term.
   */
  private Penalty penalty(Pass pass, SentencesGraph network) {
    return new Penalty(pass.tf())
        .l2(network.lastGru.recurrentKernel(), hyper.last().l2()); // @L2(value = 1e-4, on = RECURRENT_KERNEL)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(SentencesGraph network) {
    return List.of(
        network.embeddedEmbedding,
        network.bothLstm.kernel(),
        network.bothLstm.recurrentKernel(),
        network.bothLstm.bias(),
        network.bothBackward.kernel(),
        network.bothBackward.recurrentKernel(),
        network.bothBackward.bias(),
        network.lastGru.kernel(),
        network.lastGru.recurrentKernel(),
        network.lastGru.bias(),
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
    return "models.Sentences";
  }

  @Override
  public InputPort<TInt32> input() {
    return InputPort.named("words", TInt32.class, 12).ids(1000);
  }

  @Override
  public TargetPort.Classes target() {
    return new TargetPort.Classes(4, 4);
  }

  @Override
  public Map<String, Double> hyperparameters() {
    return hyper.toMap();
  }

  @Override
  public List<Regulariser> regularisers() {
    return List.of(
        Regulariser.noisy("dropout of @Lstm", "both").off("both.inputDropout", 0.0),
        Regulariser.noisy("recurrentDropout of @Lstm", "both").off("both.recurrentDropout", 0.0),
        Regulariser.of("@L2(value = 1e-4, on = RECURRENT_KERNEL)", "last").off("last.l2", 0.0),
        Regulariser.noisy("dropout of @Gru", "last").off("last.inputDropout", 0.0),
        Regulariser.noisy("recurrentDropout of @Gru", "last").off("last.recurrentDropout", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 18260L;
  }

  @Override
  public long valuesPerRow() {
    return 2452L;
  }

  @Override
  public boolean relatesSteps() {
    return true;
  }
}
