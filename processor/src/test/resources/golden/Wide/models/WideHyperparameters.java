package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Wide} that change no shape, as annotated or as changed.
 *
 * @param sam those of {@code @Sam}
 * @param optimizer the optimizer's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record WideHyperparameters(WideHyperparameters.Sam sam,
    WideHyperparameters.Optimizer optimizer) {
  /**
   * The numbers as annotated.
   */
  public static WideHyperparameters defaults() {
    return new WideHyperparameters(
        new Sam(0.05),
        new Optimizer(0.01, 0.0, 0.0));
  }

  /**
   * Numbers by name, such as {@code "sam.rho"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static WideHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new WideHyperparameters(
        new Sam(all.get("sam.rho")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.momentum"), all.get("optimizer.weightDecay")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("sam.rho", sam.rho());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.momentum", optimizer.momentum());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    return numbers;
  }

  /**
   * With other numbers for {@code sam}.
   */
  public WideHyperparameters withSam(Sam value) {
    return new WideHyperparameters(value, optimizer);
  }

  /**
   * With changed numbers: {@code withSam(numbers -> numbers.withRho(...))}.
   */
  public WideHyperparameters withSam(UnaryOperator<Sam> change) {
    return withSam(change.apply(sam));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public WideHyperparameters withOptimizer(Optimizer value) {
    return new WideHyperparameters(sam, value);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public WideHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * Numbers of {@code sam}.
   *
   * @param rho in [0, inf); {@code @Sam}
   */
  public record Sam(double rho) {
    public Sam {
      Interval.parse("[0, inf)").require("sam.rho", rho);
    }

    /**
     * With another {@code rho}.
     */
    public Sam withRho(double value) {
      return new Sam(value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @Sgd}
   * @param momentum in [0, 1); {@code @Sgd}
   * @param weightDecay in [0, inf); {@code @Sgd}
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
}
