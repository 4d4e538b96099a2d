package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Varied} that change no shape, as annotated or as changed.
 *
 * @param image those of input {@code image}
 * @param block those of layer {@code block}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record VariedHyperparameters(VariedHyperparameters.Image image,
    VariedHyperparameters.Block block, VariedHyperparameters.Optimizer optimizer,
    VariedHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static VariedHyperparameters defaults() {
    return new VariedHyperparameters(
        new Image(10.0, 0.0, 0.1, 0.2, 0.2),
        new Block(0.99, 0.001),
        new Optimizer(0.001, 0.9, 0.999, 1e-7, 0.004),
        new Task(0.1));
  }

  /**
   * Numbers by name, such as {@code "image.randomRotationDegrees"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static VariedHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new VariedHyperparameters(
        new Image(all.get("image.randomRotationDegrees"), all.get("image.randomRotationFill"), all.get("image.randomBrightnessDelta"), all.get("image.randomContrastFactor"), all.get("image.mixUpAlpha")),
        new Block(all.get("block.batchNormMomentum"), all.get("block.batchNormEpsilon")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("image.randomRotationDegrees", image.randomRotationDegrees());
    numbers.put("image.randomRotationFill", image.randomRotationFill());
    numbers.put("image.randomBrightnessDelta", image.randomBrightnessDelta());
    numbers.put("image.randomContrastFactor", image.randomContrastFactor());
    numbers.put("image.mixUpAlpha", image.mixUpAlpha());
    numbers.put("block.batchNormMomentum", block.batchNormMomentum());
    numbers.put("block.batchNormEpsilon", block.batchNormEpsilon());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code image}.
   */
  public VariedHyperparameters withImage(Image value) {
    return new VariedHyperparameters(value, block, optimizer, task);
  }

  /**
   * With changed numbers: {@code withImage(numbers -> numbers.withRandomRotationDegrees(...))}.
   */
  public VariedHyperparameters withImage(UnaryOperator<Image> change) {
    return withImage(change.apply(image));
  }

  /**
   * With other numbers for {@code block}.
   */
  public VariedHyperparameters withBlock(Block value) {
    return new VariedHyperparameters(image, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withBlock(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public VariedHyperparameters withBlock(UnaryOperator<Block> change) {
    return withBlock(change.apply(block));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public VariedHyperparameters withOptimizer(Optimizer value) {
    return new VariedHyperparameters(image, block, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public VariedHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public VariedHyperparameters withTask(Task value) {
    return new VariedHyperparameters(image, block, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public VariedHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code image}.
   *
   * @param randomRotationDegrees in [0, 180]; {@code @RandomRotation(degrees = 10)}
   * @param randomRotationFill in (-inf, inf); {@code @RandomRotation(degrees = 10)}
   * @param randomBrightnessDelta in [0, inf); {@code @RandomBrightness(delta = 0.1)}
   * @param randomContrastFactor in [0, 1]; {@code @RandomContrast(factor = 0.2)}
   * @param mixUpAlpha in [0, inf); {@code @MixUp(alpha = 0.2, per = ROW)}
   */
  public record Image(double randomRotationDegrees, double randomRotationFill,
      double randomBrightnessDelta, double randomContrastFactor, double mixUpAlpha) {
    public Image {
      Interval.parse("[0, 180]").require("image.randomRotationDegrees", randomRotationDegrees);
      Interval.parse("(-inf, inf)").require("image.randomRotationFill", randomRotationFill);
      Interval.parse("[0, inf)").require("image.randomBrightnessDelta", randomBrightnessDelta);
      Interval.parse("[0, 1]").require("image.randomContrastFactor", randomContrastFactor);
      Interval.parse("[0, inf)").require("image.mixUpAlpha", mixUpAlpha);
    }

    /**
     * With another {@code randomRotationDegrees}.
     */
    public Image withRandomRotationDegrees(double value) {
      return new Image(value, randomRotationFill, randomBrightnessDelta, randomContrastFactor, mixUpAlpha);
    }

    /**
     * With another {@code randomRotationFill}.
     */
    public Image withRandomRotationFill(double value) {
      return new Image(randomRotationDegrees, value, randomBrightnessDelta, randomContrastFactor, mixUpAlpha);
    }

    /**
     * With another {@code randomBrightnessDelta}.
     */
    public Image withRandomBrightnessDelta(double value) {
      return new Image(randomRotationDegrees, randomRotationFill, value, randomContrastFactor, mixUpAlpha);
    }

    /**
     * With another {@code randomContrastFactor}.
     */
    public Image withRandomContrastFactor(double value) {
      return new Image(randomRotationDegrees, randomRotationFill, randomBrightnessDelta, value, mixUpAlpha);
    }

    /**
     * With another {@code mixUpAlpha}.
     */
    public Image withMixUpAlpha(double value) {
      return new Image(randomRotationDegrees, randomRotationFill, randomBrightnessDelta, randomContrastFactor, value);
    }
  }

  /**
   * Numbers of {@code block}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record Block(double batchNormMomentum, double batchNormEpsilon) {
    public Block {
      Interval.parse("[0, 1)").require("block.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("block.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Block withBatchNormMomentum(double value) {
      return new Block(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Block withBatchNormEpsilon(double value) {
      return new Block(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @AdamW}
   * @param beta1 in [0, 1); {@code @AdamW}
   * @param beta2 in [0, 1); {@code @AdamW}
   * @param epsilon in (0, inf); {@code @AdamW}
   * @param weightDecay in [0, inf); {@code @AdamW}
   */
  public record Optimizer(double learningRate, double beta1, double beta2, double epsilon,
      double weightDecay) {
    public Optimizer {
      Interval.parse("(0, inf)").require("optimizer.learningRate", learningRate);
      Interval.parse("[0, 1)").require("optimizer.beta1", beta1);
      Interval.parse("[0, 1)").require("optimizer.beta2", beta2);
      Interval.parse("(0, inf)").require("optimizer.epsilon", epsilon);
      Interval.parse("[0, inf)").require("optimizer.weightDecay", weightDecay);
    }

    /**
     * With another {@code learningRate}.
     */
    public Optimizer withLearningRate(double value) {
      return new Optimizer(value, beta1, beta2, epsilon, weightDecay);
    }

    /**
     * With another {@code beta1}.
     */
    public Optimizer withBeta1(double value) {
      return new Optimizer(learningRate, value, beta2, epsilon, weightDecay);
    }

    /**
     * With another {@code beta2}.
     */
    public Optimizer withBeta2(double value) {
      return new Optimizer(learningRate, beta1, value, epsilon, weightDecay);
    }

    /**
     * With another {@code epsilon}.
     */
    public Optimizer withEpsilon(double value) {
      return new Optimizer(learningRate, beta1, beta2, value, weightDecay);
    }

    /**
     * With another {@code weightDecay}.
     */
    public Optimizer withWeightDecay(double value) {
      return new Optimizer(learningRate, beta1, beta2, epsilon, value);
    }
  }

  /**
   * Numbers of {@code task}.
   *
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 10, labelSmoothing = 0.1)}
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
