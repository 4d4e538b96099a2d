import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Spam} that change no shape, as annotated or as changed.
 *
 * @param features those of layer {@code features}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record SpamHyperparameters(SpamHyperparameters.Features features,
    SpamHyperparameters.Optimizer optimizer, SpamHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static SpamHyperparameters defaults() {
    return new SpamHyperparameters(
        new Features(0.9, 1e-5),
        new Optimizer(0.05, 0.9, 0.0),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "features.batchNormMomentum"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static SpamHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new SpamHyperparameters(
        new Features(all.get("features.batchNormMomentum"), all.get("features.batchNormEpsilon")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.momentum"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("features.batchNormMomentum", features.batchNormMomentum());
    numbers.put("features.batchNormEpsilon", features.batchNormEpsilon());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.momentum", optimizer.momentum());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code features}.
   */
  public SpamHyperparameters withFeatures(Features value) {
    return new SpamHyperparameters(value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withFeatures(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public SpamHyperparameters withFeatures(UnaryOperator<Features> change) {
    return withFeatures(change.apply(features));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public SpamHyperparameters withOptimizer(Optimizer value) {
    return new SpamHyperparameters(features, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public SpamHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public SpamHyperparameters withTask(Task value) {
    return new SpamHyperparameters(features, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public SpamHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code features}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm(momentum = 0.9, epsilon = 1e-5, statistics = UNBIASED)}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm(momentum = 0.9, epsilon = 1e-5, statistics = UNBIASED)}
   */
  public record Features(double batchNormMomentum, double batchNormEpsilon) {
    public Features {
      Interval.parse("[0, 1)").require("features.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("features.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Features withBatchNormMomentum(double value) {
      return new Features(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Features withBatchNormEpsilon(double value) {
      return new Features(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)}
   * @param momentum in [0, 1); {@code @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)}
   * @param weightDecay in [0, inf); {@code @Sgd(learningRate = 0.05, momentum = 0.9, nesterov = true)}
   */
  public record Optimizer(double learningRate, double momentum, double weightDecay) {
    public Optimizer {
      Interval.parse("(0, inf)").require("optimizer.learningRate", learningRate);
      Interval.parse("[0, 1)").require("optimizer.momentum", momentum);
      Interval.parse("[0, inf)").require("optimizer.weightDecay", weightDecay);
    }

    /**
     * With another {@code learningRate}.
     */
    public Optimizer withLearningRate(double value) {
      return new Optimizer(value, momentum, weightDecay);
    }

    /**
     * With another {@code momentum}.
     */
    public Optimizer withMomentum(double value) {
      return new Optimizer(learningRate, value, weightDecay);
    }

    /**
     * With another {@code weightDecay}.
     */
    public Optimizer withWeightDecay(double value) {
      return new Optimizer(learningRate, momentum, value);
    }
  }

  /**
   * Numbers of {@code task}.
   *
   * @param labelSmoothing in [0, 1); {@code @BinaryClassifier}
   */
  public record Task(double labelSmoothing) {
    public Task {
      Interval.parse("[0, 1)").require("task.labelSmoothing", labelSmoothing);
    }

    /**
     * With another {@code labelSmoothing}.
     */
    public Task withLabelSmoothing(double value) {
      return new Task(value);
    }
  }
}
