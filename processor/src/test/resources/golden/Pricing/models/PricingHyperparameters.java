package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Pricing} that change no shape, as annotated or as changed.
 *
 * @param optimizer the optimizer's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record PricingHyperparameters(PricingHyperparameters.Optimizer optimizer) {
  /**
   * The numbers as annotated.
   */
  public static PricingHyperparameters defaults() {
    return new PricingHyperparameters(
        new Optimizer(0.003, 0.9, 0.999, 1e-7, 0.01));
  }

  /**
   * Numbers by name, such as {@code "optimizer.learningRate"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static PricingHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new PricingHyperparameters(
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    return numbers;
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public PricingHyperparameters withOptimizer(Optimizer value) {
    return new PricingHyperparameters(value);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public PricingHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}
   * @param beta1 in [0, 1); {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}
   * @param beta2 in [0, 1); {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}
   * @param epsilon in (0, inf); {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}
   * @param weightDecay in [0, inf); {@code @AdamW(learningRate = 0.003, weightDecay = 0.01)}
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
}
