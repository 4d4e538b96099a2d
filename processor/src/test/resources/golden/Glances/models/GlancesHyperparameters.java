package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Glances} that change no shape, as annotated or as changed.
 *
 * @param placed those of layer {@code placed}
 * @param attended those of layer {@code attended}
 * @param sum those of layer {@code sum}
 * @param block those of layer {@code block}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record GlancesHyperparameters(GlancesHyperparameters.Placed placed,
    GlancesHyperparameters.Attended attended, GlancesHyperparameters.Sum sum,
    GlancesHyperparameters.Block block, GlancesHyperparameters.Optimizer optimizer,
    GlancesHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static GlancesHyperparameters defaults() {
    return new GlancesHyperparameters(
        new Placed(10000.0),
        new Attended(0.1),
        new Sum(1e-5),
        new Block(0.1, 1e-5),
        new Optimizer(0.001, 0.9, 0.999, 1e-7, 0.01),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "placed.maxWavelength"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static GlancesHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new GlancesHyperparameters(
        new Placed(all.get("placed.maxWavelength")),
        new Attended(all.get("attended.attentionDropout")),
        new Sum(all.get("sum.layerNormEpsilon")),
        new Block(all.get("block.blockDropout"), all.get("block.blockEpsilon")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("placed.maxWavelength", placed.maxWavelength());
    numbers.put("attended.attentionDropout", attended.attentionDropout());
    numbers.put("sum.layerNormEpsilon", sum.layerNormEpsilon());
    numbers.put("block.blockDropout", block.blockDropout());
    numbers.put("block.blockEpsilon", block.blockEpsilon());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code placed}.
   */
  public GlancesHyperparameters withPlaced(Placed value) {
    return new GlancesHyperparameters(value, attended, sum, block, optimizer, task);
  }

  /**
   * With changed numbers: {@code withPlaced(numbers -> numbers.withMaxWavelength(...))}.
   */
  public GlancesHyperparameters withPlaced(UnaryOperator<Placed> change) {
    return withPlaced(change.apply(placed));
  }

  /**
   * With other numbers for {@code attended}.
   */
  public GlancesHyperparameters withAttended(Attended value) {
    return new GlancesHyperparameters(placed, value, sum, block, optimizer, task);
  }

  /**
   * With changed numbers: {@code withAttended(numbers -> numbers.withAttentionDropout(...))}.
   */
  public GlancesHyperparameters withAttended(UnaryOperator<Attended> change) {
    return withAttended(change.apply(attended));
  }

  /**
   * With other numbers for {@code sum}.
   */
  public GlancesHyperparameters withSum(Sum value) {
    return new GlancesHyperparameters(placed, attended, value, block, optimizer, task);
  }

  /**
   * With changed numbers: {@code withSum(numbers -> numbers.withLayerNormEpsilon(...))}.
   */
  public GlancesHyperparameters withSum(UnaryOperator<Sum> change) {
    return withSum(change.apply(sum));
  }

  /**
   * With other numbers for {@code block}.
   */
  public GlancesHyperparameters withBlock(Block value) {
    return new GlancesHyperparameters(placed, attended, sum, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withBlock(numbers -> numbers.withBlockDropout(...))}.
   */
  public GlancesHyperparameters withBlock(UnaryOperator<Block> change) {
    return withBlock(change.apply(block));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public GlancesHyperparameters withOptimizer(Optimizer value) {
    return new GlancesHyperparameters(placed, attended, sum, block, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public GlancesHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public GlancesHyperparameters withTask(Task value) {
    return new GlancesHyperparameters(placed, attended, sum, block, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public GlancesHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code placed}.
   *
   * @param maxWavelength in [1, inf); {@code @PositionalEncoding}
   */
  public record Placed(double maxWavelength) {
    public Placed {
      Interval.parse("[1, inf)").require("placed.maxWavelength", maxWavelength);
    }

    /**
     * With another {@code maxWavelength}.
     */
    public Placed withMaxWavelength(double value) {
      return new Placed(value);
    }
  }

  /**
   * Numbers of {@code attended}.
   *
   * @param attentionDropout in [0, 1); {@code @MultiHeadAttention(heads = 2, keyDim = 8, dropout = 0.1)}
   */
  public record Attended(double attentionDropout) {
    public Attended {
      Interval.parse("[0, 1)").require("attended.attentionDropout", attentionDropout);
    }

    /**
     * With another {@code attentionDropout}.
     */
    public Attended withAttentionDropout(double value) {
      return new Attended(value);
    }
  }

  /**
   * Numbers of {@code sum}.
   *
   * @param layerNormEpsilon in (0, inf); {@code @LayerNorm}
   */
  public record Sum(double layerNormEpsilon) {
    public Sum {
      Interval.parse("(0, inf)").require("sum.layerNormEpsilon", layerNormEpsilon);
    }

    /**
     * With another {@code layerNormEpsilon}.
     */
    public Sum withLayerNormEpsilon(double value) {
      return new Sum(value);
    }
  }

  /**
   * Numbers of {@code block}.
   *
   * @param blockDropout in [0, 1); {@code @TransformerBlock(heads = 2, keyDim = 8, feedForward = 32, activation = GELU, dropout = 0.1)}
   * @param blockEpsilon in (0, inf); {@code @TransformerBlock(heads = 2, keyDim = 8, feedForward = 32, activation = GELU, dropout = 0.1)}
   */
  public record Block(double blockDropout, double blockEpsilon) {
    public Block {
      Interval.parse("[0, 1)").require("block.blockDropout", blockDropout);
      Interval.parse("(0, inf)").require("block.blockEpsilon", blockEpsilon);
    }

    /**
     * With another {@code blockDropout}.
     */
    public Block withBlockDropout(double value) {
      return new Block(value, blockEpsilon);
    }

    /**
     * With another {@code blockEpsilon}.
     */
    public Block withBlockEpsilon(double value) {
      return new Block(blockDropout, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @AdamW(weightDecay = 0.01)}
   * @param beta1 in [0, 1); {@code @AdamW(weightDecay = 0.01)}
   * @param beta2 in [0, 1); {@code @AdamW(weightDecay = 0.01)}
   * @param epsilon in (0, inf); {@code @AdamW(weightDecay = 0.01)}
   * @param weightDecay in [0, inf); {@code @AdamW(weightDecay = 0.01)}
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
