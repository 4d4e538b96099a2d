package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Houses} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param optimizer the optimizer's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record HousesHyperparameters(HousesHyperparameters.Network network,
    HousesHyperparameters.Optimizer optimizer) {
  /**
   * The numbers as annotated.
   */
  public static HousesHyperparameters defaults() {
    return new HousesHyperparameters(
        new Network(1e-4),
        new Optimizer(0.001, 0.9, 0.999, 1e-7));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static HousesHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new HousesHyperparameters(
        new Network(all.get("network.l2")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    return numbers;
  }

  /**
   * With other numbers for {@code network}.
   */
  public HousesHyperparameters withNetwork(Network value) {
    return new HousesHyperparameters(value, optimizer);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public HousesHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public HousesHyperparameters withOptimizer(Optimizer value) {
    return new HousesHyperparameters(network, value);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public HousesHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * Numbers of {@code network}.
   *
   * @param l2 in [0, inf); {@code @L2(1e-4)}
   */
  public record Network(double l2) {
    public Network {
      Interval.parse("[0, inf)").require("network.l2", l2);
    }

    /**
     * With another {@code l2}.
     */
    public Network withL2(double value) {
      return new Network(value);
    }
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
