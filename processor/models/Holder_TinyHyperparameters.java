package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Holder.Tiny} that change no shape, as annotated or as changed.
 *
 * @param first those of layer {@code first}
 * @param normed those of layer {@code normed}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record Holder_TinyHyperparameters(Holder_TinyHyperparameters.First first,
    Holder_TinyHyperparameters.Normed normed, Holder_TinyHyperparameters.Optimizer optimizer,
    Holder_TinyHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static Holder_TinyHyperparameters defaults() {
    return new Holder_TinyHyperparameters(
        new First(0.2),
        new Normed(1e-4, 0.99, 0.001),
        new Optimizer(0.001, 0.9, 0.0, 1e-7),
        new Task(0.1));
  }

  /**
   * Numbers by name, such as {@code "first.dropout"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static Holder_TinyHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new Holder_TinyHyperparameters(
        new First(all.get("first.dropout")),
        new Normed(all.get("normed.l2"), all.get("normed.batchNormMomentum"), all.get("normed.batchNormEpsilon")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.rho"), all.get("optimizer.momentum"), all.get("optimizer.epsilon")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("first.dropout", first.dropout());
    numbers.put("normed.l2", normed.l2());
    numbers.put("normed.batchNormMomentum", normed.batchNormMomentum());
    numbers.put("normed.batchNormEpsilon", normed.batchNormEpsilon());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.rho", optimizer.rho());
    numbers.put("optimizer.momentum", optimizer.momentum());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code first}.
   */
  public Holder_TinyHyperparameters withFirst(First value) {
    return new Holder_TinyHyperparameters(value, normed, optimizer, task);
  }

  /**
   * With changed numbers: {@code withFirst(numbers -> numbers.withDropout(...))}.
   */
  public Holder_TinyHyperparameters withFirst(UnaryOperator<First> change) {
    return withFirst(change.apply(first));
  }

  /**
   * With other numbers for {@code normed}.
   */
  public Holder_TinyHyperparameters withNormed(Normed value) {
    return new Holder_TinyHyperparameters(first, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withNormed(numbers -> numbers.withL2(...))}.
   */
  public Holder_TinyHyperparameters withNormed(UnaryOperator<Normed> change) {
    return withNormed(change.apply(normed));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public Holder_TinyHyperparameters withOptimizer(Optimizer value) {
    return new Holder_TinyHyperparameters(first, normed, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public Holder_TinyHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public Holder_TinyHyperparameters withTask(Task value) {
    return new Holder_TinyHyperparameters(first, normed, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public Holder_TinyHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code first}.
   *
   * @param dropout in [0, 1); {@code @Dropout(p = 0.2)}
   */
  public record First(double dropout) {
    public First {
      Interval.parse("[0, 1)").require("first.dropout", dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public First withDropout(double value) {
      return new First(value);
    }
  }

  /**
   * Numbers of {@code normed}.
   *
   * @param l2 in [0, inf); {@code @L2(value = 1e-4, on = ALL)}
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm(statistics = UNBIASED)}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm(statistics = UNBIASED)}
   */
  public record Normed(double l2, double batchNormMomentum, double batchNormEpsilon) {
    public Normed {
      Interval.parse("[0, inf)").require("normed.l2", l2);
      Interval.parse("[0, 1)").require("normed.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("normed.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code l2}.
     */
    public Normed withL2(double value) {
      return new Normed(value, batchNormMomentum, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Normed withBatchNormMomentum(double value) {
      return new Normed(l2, value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Normed withBatchNormEpsilon(double value) {
      return new Normed(l2, batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @RmsProp(centered = true)}
   * @param rho in [0, 1); {@code @RmsProp(centered = true)}
   * @param momentum in [0, 1); {@code @RmsProp(centered = true)}
   * @param epsilon in (0, inf); {@code @RmsProp(centered = true)}
   */
  public record Optimizer(double learningRate, double rho, double momentum, double epsilon) {
    public Optimizer {
      Interval.parse("(0, inf)").require("optimizer.learningRate", learningRate);
      Interval.parse("[0, 1)").require("optimizer.rho", rho);
      Interval.parse("[0, 1)").require("optimizer.momentum", momentum);
      Interval.parse("(0, inf)").require("optimizer.epsilon", epsilon);
    }

    /**
     * With another {@code learningRate}.
     */
    public Optimizer withLearningRate(double value) {
      return new Optimizer(value, rho, momentum, epsilon);
    }

    /**
     * With another {@code rho}.
     */
    public Optimizer withRho(double value) {
      return new Optimizer(learningRate, value, momentum, epsilon);
    }

    /**
     * With another {@code momentum}.
     */
    public Optimizer withMomentum(double value) {
      return new Optimizer(learningRate, rho, value, epsilon);
    }

    /**
     * With another {@code epsilon}.
     */
    public Optimizer withEpsilon(double value) {
      return new Optimizer(learningRate, rho, momentum, value);
    }
  }

  /**
   * Numbers of {@code task}.
   *
   * @param labelSmoothing in [0, 1); {@code @BinaryClassifier(labelSmoothing = 0.1)}
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
