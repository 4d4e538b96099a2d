import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Unnamed} that change no shape, as annotated or as changed.
 *
 * @param optimizer the optimizer's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record UnnamedHyperparameters(UnnamedHyperparameters.Optimizer optimizer) {
  /**
   * The numbers as annotated.
   */
  public static UnnamedHyperparameters defaults() {
    return new UnnamedHyperparameters(
        new Optimizer(0.001, 0.9, 0.999, 1e-7));
  }

  /**
   * Numbers by name, such as {@code "optimizer.learningRate"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static UnnamedHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new UnnamedHyperparameters(
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")));
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
    return numbers;
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public UnnamedHyperparameters withOptimizer(Optimizer value) {
    return new UnnamedHyperparameters(value);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public UnnamedHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @Adam}
   * @param beta1 in [0, 1); {@code @Adam}
   * @param beta2 in [0, 1); {@code @Adam}
   * @param epsilon in (0, inf); {@code @Adam}
   */
  public record Optimizer(double learningRate, double beta1, double beta2, double epsilon) {
    public Optimizer {
      Interval.parse("(0, inf)").require("optimizer.learningRate", learningRate);
      Interval.parse("[0, 1)").require("optimizer.beta1", beta1);
      Interval.parse("[0, 1)").require("optimizer.beta2", beta2);
      Interval.parse("(0, inf)").require("optimizer.epsilon", epsilon);
    }

    /**
     * With another {@code learningRate}.
     */
    public Optimizer withLearningRate(double value) {
      return new Optimizer(value, beta1, beta2, epsilon);
    }

    /**
     * With another {@code beta1}.
     */
    public Optimizer withBeta1(double value) {
      return new Optimizer(learningRate, value, beta2, epsilon);
    }

    /**
     * With another {@code beta2}.
     */
    public Optimizer withBeta2(double value) {
      return new Optimizer(learningRate, beta1, value, epsilon);
    }

    /**
     * With another {@code epsilon}.
     */
    public Optimizer withEpsilon(double value) {
      return new Optimizer(learningRate, beta1, beta2, value);
    }
  }
}
