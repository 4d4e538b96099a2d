package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Titles} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param embedded those of layer {@code embedded}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record TitlesHyperparameters(TitlesHyperparameters.Network network,
    TitlesHyperparameters.Embedded embedded, TitlesHyperparameters.Optimizer optimizer,
    TitlesHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static TitlesHyperparameters defaults() {
    return new TitlesHyperparameters(
        new Network(1e-4),
        new Embedded(1e-5, 0.2),
        new Optimizer(0.001, 0.9, 0.999, 1e-7),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static TitlesHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new TitlesHyperparameters(
        new Network(all.get("network.l2")),
        new Embedded(all.get("embedded.l2"), all.get("embedded.dropout")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("embedded.l2", embedded.l2());
    numbers.put("embedded.dropout", embedded.dropout());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code network}.
   */
  public TitlesHyperparameters withNetwork(Network value) {
    return new TitlesHyperparameters(value, embedded, optimizer, task);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public TitlesHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code embedded}.
   */
  public TitlesHyperparameters withEmbedded(Embedded value) {
    return new TitlesHyperparameters(network, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withEmbedded(numbers -> numbers.withL2(...))}.
   */
  public TitlesHyperparameters withEmbedded(UnaryOperator<Embedded> change) {
    return withEmbedded(change.apply(embedded));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public TitlesHyperparameters withOptimizer(Optimizer value) {
    return new TitlesHyperparameters(network, embedded, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public TitlesHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public TitlesHyperparameters withTask(Task value) {
    return new TitlesHyperparameters(network, embedded, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public TitlesHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
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
   * Numbers of {@code embedded}.
   *
   * @param l2 in [0, inf); {@code @L2(value = 1e-5, on = EMBEDDING)}
   * @param dropout in [0, 1); {@code @Dropout(p = 0.2)}
   */
  public record Embedded(double l2, double dropout) {
    public Embedded {
      Interval.parse("[0, inf)").require("embedded.l2", l2);
      Interval.parse("[0, 1)").require("embedded.dropout", dropout);
    }

    /**
     * With another {@code l2}.
     */
    public Embedded withL2(double value) {
      return new Embedded(value, dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public Embedded withDropout(double value) {
      return new Embedded(l2, value);
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

  /**
   * Numbers of {@code task}.
   *
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 14)}
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
