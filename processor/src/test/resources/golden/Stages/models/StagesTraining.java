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
 * How {@link Stages} is trained and asked: {@code @Classifier(classes = 4)}, {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}.
 */
@Generated("io.regulus.processor.RegulusProcessor")
final class StagesTraining implements Blueprint<TFloat32, TInt32> {
  private final StagesHyperparameters hyper;

  StagesTraining(StagesHyperparameters hyper) {
    this.hyper = hyper;
  }

  /**
   * One step on a batch.
   */
  @Override
  public TrainingStep training(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    StagesGraph network = new StagesGraph(pass, hyper);
    Operand<TFloat32> outputs = network.apply(input);
    return TrainingStep.of(pass, outputs, loss(pass, outputs, target), penalty(pass, network))
        .decay(decayed(network), hyper.optimizer().weightDecay())
        .minimize(trained(network), hyper.optimizer().learningRate(), optimizer());
  }

  /**
   * A prediction for a batch, with its loss where targets are given.
   */
  @Override
  public Blueprint.Inference inference(Pass pass, Operand<TFloat32> input, Operand<TInt32> target) {
    StagesGraph network = new StagesGraph(pass, hyper);
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
  private Penalty penalty(Pass pass, StagesGraph network) {
    return new Penalty(pass.tf())
        .l2(network.stage2_downKernel, hyper.stage2().l2()) // @L2(0.001)
        .l2(network.stage2_inner_0_narrowKernel, hyper.stage2().l2()) // @L2(0.001)
        .l2(network.stage2_inner_0_wideKernel, hyper.stage2().l2()) // @L2(0.001)
        .l2(network.stage2_inner_1_narrowKernel, hyper.stage2().l2()) // @L2(0.001)
        .l2(network.stage2_inner_1_wideKernel, hyper.stage2().l2()); // @L2(0.001)
  }

  /**
   * What the optimizer updates.
   */
  private List<Weight> trained(StagesGraph network) {
    return List.of(
        network.stemKernel,
        network.stemBias,
        network.stage1_0_narrowKernel,
        network.stage1_0_narrowNorm.scale(),
        network.stage1_0_narrowNorm.shift(),
        network.stage1_0_wideKernel,
        network.stage1_0_wideNorm.scale(),
        network.stage1_0_wideNorm.shift(),
        network.stage1_1_narrowKernel,
        network.stage1_1_narrowNorm.scale(),
        network.stage1_1_narrowNorm.shift(),
        network.stage1_1_wideKernel,
        network.stage1_1_wideNorm.scale(),
        network.stage1_1_wideNorm.shift(),
        network.stage2_downKernel,
        network.stage2_downBias,
        network.stage2_inner_0_narrowKernel,
        network.stage2_inner_0_narrowNorm.scale(),
        network.stage2_inner_0_narrowNorm.shift(),
        network.stage2_inner_0_wideKernel,
        network.stage2_inner_0_wideNorm.scale(),
        network.stage2_inner_0_wideNorm.shift(),
        network.stage2_inner_1_narrowKernel,
        network.stage2_inner_1_narrowNorm.scale(),
        network.stage2_inner_1_narrowNorm.shift(),
        network.stage2_inner_1_wideKernel,
        network.stage2_inner_1_wideNorm.scale(),
        network.stage2_inner_1_wideNorm.shift(),
        network.leftKernel,
        network.leftBias,
        network.logitsKernel,
        network.logitsBias);
  }

  /**
   * What decays by {@code learningRate * weightDecay} before each update; not listed, not decayed.
   */
  private List<Weight> decayed(StagesGraph network) {
    return List.of(
        network.stemKernel,
        network.stage2_downKernel,
        network.stage2_inner_0_narrowKernel,
        network.stage2_inner_0_wideKernel,
        network.stage2_inner_1_narrowKernel,
        network.stage2_inner_1_wideKernel,
        network.leftKernel,
        network.logitsKernel);
  }

  /**
   * {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}.
   */
  private Optimizer optimizer() {
    return new Adam(hyper.optimizer().beta1(), hyper.optimizer().beta2(), hyper.optimizer().epsilon());
  }

  @Override
  public String name() {
    return "models.Stages";
  }

  @Override
  public InputPort<TFloat32> input() {
    return InputPort.of(TFloat32.class, 8, 8, 3);
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
        Regulariser.of("@L2(0.001)", "stage2").off("stage2.l2", 0.0),
        Regulariser.noisy("@Dropout(p = 0.25)", "left").off("left.dropout", 0.0),
        Regulariser.of("weightDecay of @AdamW", "class").off("optimizer.weightDecay", 0.0),
        Regulariser.of("labelSmoothing of @Classifier", "class").off("task.labelSmoothing", 0.0));
  }

  @Override
  public long trainedValues() {
    return 1420L;
  }
}
