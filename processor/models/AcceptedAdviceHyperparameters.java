package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link AcceptedAdvice} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param head those of layer {@code head}
 * @param logits those of layer {@code logits}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record AcceptedAdviceHyperparameters(AcceptedAdviceHyperparameters.Network network,
    AcceptedAdviceHyperparameters.Head head, AcceptedAdviceHyperparameters.Logits logits,
    AcceptedAdviceHyperparameters.Optimizer optimizer, AcceptedAdviceHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static AcceptedAdviceHyperparameters defaults() {
    return new AcceptedAdviceHyperparameters(
        new Network(1e-4),
        new Head(0.8),
        new Logits(0.1),
        new Optimizer(0.001, 0.9, 0.999, 1e-7, 0.2),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static AcceptedAdviceHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new AcceptedAdviceHyperparameters(
        new Network(all.get("network.l2")),
        new Head(all.get("head.dropout")),
        new Logits(all.get("logits.dropout")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("head.dropout", head.dropout());
    numbers.put("logits.dropout", logits.dropout());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code network}.
   */
  public AcceptedAdviceHyperparameters withNetwork(Network value) {
    return new AcceptedAdviceHyperparameters(value, head, logits, optimizer, task);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public AcceptedAdviceHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code head}.
   */
  public AcceptedAdviceHyperparameters withHead(Head value) {
    return new AcceptedAdviceHyperparameters(network, value, logits, optimizer, task);
  }

  /**
   * With changed numbers: {@code withHead(numbers -> numbers.withDropout(...))}.
   */
  public AcceptedAdviceHyperparameters withHead(UnaryOperator<Head> change) {
    return withHead(change.apply(head));
  }

  /**
   * With other numbers for {@code logits}.
   */
  public AcceptedAdviceHyperparameters withLogits(Logits value) {
    return new AcceptedAdviceHyperparameters(network, head, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withLogits(numbers -> numbers.withDropout(...))}.
   */
  public AcceptedAdviceHyperparameters withLogits(UnaryOperator<Logits> change) {
    return withLogits(change.apply(logits));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public AcceptedAdviceHyperparameters withOptimizer(Optimizer value) {
    return new AcceptedAdviceHyperparameters(network, head, logits, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public AcceptedAdviceHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public AcceptedAdviceHyperparameters withTask(Task value) {
    return new AcceptedAdviceHyperparameters(network, head, logits, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public AcceptedAdviceHyperparameters withTask(UnaryOperator<Task> change) {
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
   * Numbers of {@code head}.
   *
   * @param dropout in [0, 1); {@code @Dropout(p = 0.8)}
   */
  public record Head(double dropout) {
    public Head {
      Interval.parse("[0, 1)").require("head.dropout", dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public Head withDropout(double value) {
      return new Head(value);
    }
  }

  /**
   * Numbers of {@code logits}.
   *
   * @param dropout in [0, 1); {@code @Dropout(p = 0.1)}
   */
  public record Logits(double dropout) {
    public Logits {
      Interval.parse("[0, 1)").require("logits.dropout", dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public Logits withDropout(double value) {
      return new Logits(value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @AdamW(weightDecay = 0.2)}
   * @param beta1 in [0, 1); {@code @AdamW(weightDecay = 0.2)}
   * @param beta2 in [0, 1); {@code @AdamW(weightDecay = 0.2)}
   * @param epsilon in (0, inf); {@code @AdamW(weightDecay = 0.2)}
   * @param weightDecay in [0, inf); {@code @AdamW(weightDecay = 0.2)}
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
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 3)}
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
