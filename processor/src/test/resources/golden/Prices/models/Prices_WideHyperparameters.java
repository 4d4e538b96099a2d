package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Prices.Wide} that change no shape, as annotated or as changed.
 *
 * @param deep those of layer {@code deep}
 * @param values those of layer {@code values}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record Prices_WideHyperparameters(Prices_WideHyperparameters.Deep deep,
    Prices_WideHyperparameters.Values values, Prices_WideHyperparameters.Optimizer optimizer,
    Prices_WideHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static Prices_WideHyperparameters defaults() {
    return new Prices_WideHyperparameters(
        new Deep(0.001, 0.1),
        new Values(1e-4, 0.001),
        new Optimizer(0.001, 0.9, 0.999, 1e-7, 0.01),
        new Task(0.5));
  }

  /**
   * Numbers by name, such as {@code "deep.l1"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static Prices_WideHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new Prices_WideHyperparameters(
        new Deep(all.get("deep.l1"), all.get("deep.negativeSlope")),
        new Values(all.get("values.l1"), all.get("values.l2")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.delta")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("deep.l1", deep.l1());
    numbers.put("deep.negativeSlope", deep.negativeSlope());
    numbers.put("values.l1", values.l1());
    numbers.put("values.l2", values.l2());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.delta", task.delta());
    return numbers;
  }

  /**
   * With other numbers for {@code deep}.
   */
  public Prices_WideHyperparameters withDeep(Deep value) {
    return new Prices_WideHyperparameters(value, values, optimizer, task);
  }

  /**
   * With changed numbers: {@code withDeep(numbers -> numbers.withL1(...))}.
   */
  public Prices_WideHyperparameters withDeep(UnaryOperator<Deep> change) {
    return withDeep(change.apply(deep));
  }

  /**
   * With other numbers for {@code values}.
   */
  public Prices_WideHyperparameters withValues(Values value) {
    return new Prices_WideHyperparameters(deep, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withValues(numbers -> numbers.withL1(...))}.
   */
  public Prices_WideHyperparameters withValues(UnaryOperator<Values> change) {
    return withValues(change.apply(values));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public Prices_WideHyperparameters withOptimizer(Optimizer value) {
    return new Prices_WideHyperparameters(deep, values, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public Prices_WideHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public Prices_WideHyperparameters withTask(Task value) {
    return new Prices_WideHyperparameters(deep, values, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withDelta(...))}.
   */
  public Prices_WideHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code deep}.
   *
   * @param l1 in [0, inf); {@code @L1(value = 0.001, proximal = true)}
   * @param negativeSlope in [0, inf); {@code @Activation(value = LEAKY_RELU, negativeSlope = 0.1)}
   */
  public record Deep(double l1, double negativeSlope) {
    public Deep {
      Interval.parse("[0, inf)").require("deep.l1", l1);
      Interval.parse("[0, inf)").require("deep.negativeSlope", negativeSlope);
    }

    /**
     * With another {@code l1}.
     */
    public Deep withL1(double value) {
      return new Deep(value, negativeSlope);
    }

    /**
     * With another {@code negativeSlope}.
     */
    public Deep withNegativeSlope(double value) {
      return new Deep(l1, value);
    }
  }

  /**
   * Numbers of {@code values}.
   *
   * @param l1 in [0, inf); {@code @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)}
   * @param l2 in [0, inf); {@code @ElasticNet(l1 = 1e-4, l2 = 0.001, on = ALL)}
   */
  public record Values(double l1, double l2) {
    public Values {
      Interval.parse("[0, inf)").require("values.l1", l1);
      Interval.parse("[0, inf)").require("values.l2", l2);
    }

    /**
     * With another {@code l1}.
     */
    public Values withL1(double value) {
      return new Values(value, l2);
    }

    /**
     * With another {@code l2}.
     */
    public Values withL2(double value) {
      return new Values(l1, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>
   * @param beta1 in [0, 1); <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>
   * @param beta2 in [0, 1); <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>
   * @param epsilon in (0, inf); <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>
   * @param weightDecay in [0, inf); <code>&#64;AdamW(weightDecay = 0.01, excludeFromDecay = {"wide/*", "*&#47;bias"})</code>
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
   * @param delta in (0, inf); {@code @Regressor(outputs = 2, loss = HUBER, delta = 0.5)}
   */
  public record Task(double delta) {
    public Task {
      Interval.parse("(0, inf)").require("task.delta", delta);
    }

    /**
     * With another {@code delta}.
     */
    public Task withDelta(double value) {
      return new Task(value);
    }
  }
}
