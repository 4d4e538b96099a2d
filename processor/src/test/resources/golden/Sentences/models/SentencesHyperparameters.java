package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Sentences} that change no shape, as annotated or as changed.
 *
 * @param both those of layer {@code both}
 * @param last those of layer {@code last}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record SentencesHyperparameters(SentencesHyperparameters.Both both,
    SentencesHyperparameters.Last last, SentencesHyperparameters.Optimizer optimizer,
    SentencesHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static SentencesHyperparameters defaults() {
    return new SentencesHyperparameters(
        new Both(0.1, 0.0),
        new Last(1e-4, 0.0, 0.2),
        new Optimizer(0.001, 0.9, 0.999, 1e-7),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "both.inputDropout"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static SentencesHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new SentencesHyperparameters(
        new Both(all.get("both.inputDropout"), all.get("both.recurrentDropout")),
        new Last(all.get("last.l2"), all.get("last.inputDropout"), all.get("last.recurrentDropout")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("both.inputDropout", both.inputDropout());
    numbers.put("both.recurrentDropout", both.recurrentDropout());
    numbers.put("last.l2", last.l2());
    numbers.put("last.inputDropout", last.inputDropout());
    numbers.put("last.recurrentDropout", last.recurrentDropout());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code both}.
   */
  public SentencesHyperparameters withBoth(Both value) {
    return new SentencesHyperparameters(value, last, optimizer, task);
  }

  /**
   * With changed numbers: {@code withBoth(numbers -> numbers.withInputDropout(...))}.
   */
  public SentencesHyperparameters withBoth(UnaryOperator<Both> change) {
    return withBoth(change.apply(both));
  }

  /**
   * With other numbers for {@code last}.
   */
  public SentencesHyperparameters withLast(Last value) {
    return new SentencesHyperparameters(both, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withLast(numbers -> numbers.withL2(...))}.
   */
  public SentencesHyperparameters withLast(UnaryOperator<Last> change) {
    return withLast(change.apply(last));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public SentencesHyperparameters withOptimizer(Optimizer value) {
    return new SentencesHyperparameters(both, last, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public SentencesHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public SentencesHyperparameters withTask(Task value) {
    return new SentencesHyperparameters(both, last, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public SentencesHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code both}.
   *
   * @param inputDropout in [0, 1); {@code @Lstm(units = 8, returnSequences = true, dropout = 0.1)}
   * @param recurrentDropout in [0, 1); {@code @Lstm(units = 8, returnSequences = true, dropout = 0.1)}
   */
  public record Both(double inputDropout, double recurrentDropout) {
    public Both {
      Interval.parse("[0, 1)").require("both.inputDropout", inputDropout);
      Interval.parse("[0, 1)").require("both.recurrentDropout", recurrentDropout);
    }

    /**
     * With another {@code inputDropout}.
     */
    public Both withInputDropout(double value) {
      return new Both(value, recurrentDropout);
    }

    /**
     * With another {@code recurrentDropout}.
     */
    public Both withRecurrentDropout(double value) {
      return new Both(inputDropout, value);
    }
  }

  /**
   * Numbers of {@code last}.
   *
   * @param l2 in [0, inf); {@code @L2(value = 1e-4, on = RECURRENT_KERNEL)}
   * @param inputDropout in [0, 1); {@code @Gru(units = 8, recurrentDropout = 0.2)}
   * @param recurrentDropout in [0, 1); {@code @Gru(units = 8, recurrentDropout = 0.2)}
   */
  public record Last(double l2, double inputDropout, double recurrentDropout) {
    public Last {
      Interval.parse("[0, inf)").require("last.l2", l2);
      Interval.parse("[0, 1)").require("last.inputDropout", inputDropout);
      Interval.parse("[0, 1)").require("last.recurrentDropout", recurrentDropout);
    }

    /**
     * With another {@code l2}.
     */
    public Last withL2(double value) {
      return new Last(value, inputDropout, recurrentDropout);
    }

    /**
     * With another {@code inputDropout}.
     */
    public Last withInputDropout(double value) {
      return new Last(l2, value, recurrentDropout);
    }

    /**
     * With another {@code recurrentDropout}.
     */
    public Last withRecurrentDropout(double value) {
      return new Last(l2, inputDropout, value);
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
