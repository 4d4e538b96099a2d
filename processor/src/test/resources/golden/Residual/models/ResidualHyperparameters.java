package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Residual} that change no shape, as annotated or as changed.
 *
 * @param STEM those of layer {@code STEM}
 * @param INNER those of layer {@code INNER}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record ResidualHyperparameters(ResidualHyperparameters.STEM STEM,
    ResidualHyperparameters.INNER INNER, ResidualHyperparameters.Optimizer optimizer,
    ResidualHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static ResidualHyperparameters defaults() {
    return new ResidualHyperparameters(
        new STEM(0.99, 0.001),
        new INNER(0.99, 0.001),
        new Optimizer(0.1, 0.9, 5e-4),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "STEM.batchNormMomentum"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static ResidualHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new ResidualHyperparameters(
        new STEM(all.get("STEM.batchNormMomentum"), all.get("STEM.batchNormEpsilon")),
        new INNER(all.get("INNER.batchNormMomentum"), all.get("INNER.batchNormEpsilon")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.momentum"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("STEM.batchNormMomentum", STEM.batchNormMomentum());
    numbers.put("STEM.batchNormEpsilon", STEM.batchNormEpsilon());
    numbers.put("INNER.batchNormMomentum", INNER.batchNormMomentum());
    numbers.put("INNER.batchNormEpsilon", INNER.batchNormEpsilon());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.momentum", optimizer.momentum());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code STEM}.
   */
  public ResidualHyperparameters withSTEM(STEM value) {
    return new ResidualHyperparameters(value, INNER, optimizer, task);
  }

  /**
   * With changed numbers: {@code withSTEM(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public ResidualHyperparameters withSTEM(UnaryOperator<STEM> change) {
    return withSTEM(change.apply(STEM));
  }

  /**
   * With other numbers for {@code INNER}.
   */
  public ResidualHyperparameters withINNER(INNER value) {
    return new ResidualHyperparameters(STEM, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withINNER(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public ResidualHyperparameters withINNER(UnaryOperator<INNER> change) {
    return withINNER(change.apply(INNER));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public ResidualHyperparameters withOptimizer(Optimizer value) {
    return new ResidualHyperparameters(STEM, INNER, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public ResidualHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public ResidualHyperparameters withTask(Task value) {
    return new ResidualHyperparameters(STEM, INNER, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public ResidualHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code STEM}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record STEM(double batchNormMomentum, double batchNormEpsilon) {
    public STEM {
      Interval.parse("[0, 1)").require("STEM.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("STEM.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public STEM withBatchNormMomentum(double value) {
      return new STEM(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public STEM withBatchNormEpsilon(double value) {
      return new STEM(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code INNER}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record INNER(double batchNormMomentum, double batchNormEpsilon) {
    public INNER {
      Interval.parse("[0, 1)").require("INNER.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("INNER.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public INNER withBatchNormMomentum(double value) {
      return new INNER(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public INNER withBatchNormEpsilon(double value) {
      return new INNER(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); <code>&#64;Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*&#47;bias", "LOGITS/*"})</code>
   * @param momentum in [0, 1); <code>&#64;Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*&#47;bias", "LOGITS/*"})</code>
   * @param weightDecay in [0, inf); <code>&#64;Sgd(learningRate = 0.1, momentum = 0.9, weightDecay = 5e-4, excludeFromDecay = {"*&#47;bias", "LOGITS/*"})</code>
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
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 4)}
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
