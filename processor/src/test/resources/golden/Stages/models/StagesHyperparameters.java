package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Stages} that change no shape, as annotated or as changed.
 *
 * @param stage1_narrow those of layer {@code stage1_narrow}
 * @param stage1_wide those of layer {@code stage1_wide}
 * @param stage2 those of layer {@code stage2}
 * @param stage2_inner_narrow those of layer {@code stage2_inner_narrow}
 * @param stage2_inner_wide those of layer {@code stage2_inner_wide}
 * @param left those of layer {@code left}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record StagesHyperparameters(StagesHyperparameters.Stage1_narrow stage1_narrow,
    StagesHyperparameters.Stage1_wide stage1_wide, StagesHyperparameters.Stage2 stage2,
    StagesHyperparameters.Stage2_inner_narrow stage2_inner_narrow,
    StagesHyperparameters.Stage2_inner_wide stage2_inner_wide, StagesHyperparameters.Left left,
    StagesHyperparameters.Optimizer optimizer, StagesHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static StagesHyperparameters defaults() {
    return new StagesHyperparameters(
        new Stage1_narrow(0.99, 0.001),
        new Stage1_wide(0.9, 0.001),
        new Stage2(0.001),
        new Stage2_inner_narrow(0.99, 0.001),
        new Stage2_inner_wide(0.9, 0.001),
        new Left(0.25),
        new Optimizer(0.001, 0.9, 0.999, 1e-7, 1e-4),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "stage1_narrow.batchNormMomentum"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static StagesHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new StagesHyperparameters(
        new Stage1_narrow(all.get("stage1_narrow.batchNormMomentum"), all.get("stage1_narrow.batchNormEpsilon")),
        new Stage1_wide(all.get("stage1_wide.batchNormMomentum"), all.get("stage1_wide.batchNormEpsilon")),
        new Stage2(all.get("stage2.l2")),
        new Stage2_inner_narrow(all.get("stage2_inner_narrow.batchNormMomentum"), all.get("stage2_inner_narrow.batchNormEpsilon")),
        new Stage2_inner_wide(all.get("stage2_inner_wide.batchNormMomentum"), all.get("stage2_inner_wide.batchNormEpsilon")),
        new Left(all.get("left.dropout")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("stage1_narrow.batchNormMomentum", stage1_narrow.batchNormMomentum());
    numbers.put("stage1_narrow.batchNormEpsilon", stage1_narrow.batchNormEpsilon());
    numbers.put("stage1_wide.batchNormMomentum", stage1_wide.batchNormMomentum());
    numbers.put("stage1_wide.batchNormEpsilon", stage1_wide.batchNormEpsilon());
    numbers.put("stage2.l2", stage2.l2());
    numbers.put("stage2_inner_narrow.batchNormMomentum", stage2_inner_narrow.batchNormMomentum());
    numbers.put("stage2_inner_narrow.batchNormEpsilon", stage2_inner_narrow.batchNormEpsilon());
    numbers.put("stage2_inner_wide.batchNormMomentum", stage2_inner_wide.batchNormMomentum());
    numbers.put("stage2_inner_wide.batchNormEpsilon", stage2_inner_wide.batchNormEpsilon());
    numbers.put("left.dropout", left.dropout());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code stage1_narrow}.
   */
  public StagesHyperparameters withStage1_narrow(Stage1_narrow value) {
    return new StagesHyperparameters(value, stage1_wide, stage2, stage2_inner_narrow, stage2_inner_wide, left, optimizer, task);
  }

  /**
   * With changed numbers: {@code withStage1_narrow(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public StagesHyperparameters withStage1_narrow(UnaryOperator<Stage1_narrow> change) {
    return withStage1_narrow(change.apply(stage1_narrow));
  }

  /**
   * With other numbers for {@code stage1_wide}.
   */
  public StagesHyperparameters withStage1_wide(Stage1_wide value) {
    return new StagesHyperparameters(stage1_narrow, value, stage2, stage2_inner_narrow, stage2_inner_wide, left, optimizer, task);
  }

  /**
   * With changed numbers: {@code withStage1_wide(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public StagesHyperparameters withStage1_wide(UnaryOperator<Stage1_wide> change) {
    return withStage1_wide(change.apply(stage1_wide));
  }

  /**
   * With other numbers for {@code stage2}.
   */
  public StagesHyperparameters withStage2(Stage2 value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, value, stage2_inner_narrow, stage2_inner_wide, left, optimizer, task);
  }

  /**
   * With changed numbers: {@code withStage2(numbers -> numbers.withL2(...))}.
   */
  public StagesHyperparameters withStage2(UnaryOperator<Stage2> change) {
    return withStage2(change.apply(stage2));
  }

  /**
   * With other numbers for {@code stage2_inner_narrow}.
   */
  public StagesHyperparameters withStage2_inner_narrow(Stage2_inner_narrow value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, stage2, value, stage2_inner_wide, left, optimizer, task);
  }

  /**
   * With changed numbers: {@code withStage2_inner_narrow(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public StagesHyperparameters withStage2_inner_narrow(UnaryOperator<Stage2_inner_narrow> change) {
    return withStage2_inner_narrow(change.apply(stage2_inner_narrow));
  }

  /**
   * With other numbers for {@code stage2_inner_wide}.
   */
  public StagesHyperparameters withStage2_inner_wide(Stage2_inner_wide value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, stage2, stage2_inner_narrow, value, left, optimizer, task);
  }

  /**
   * With changed numbers: {@code withStage2_inner_wide(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public StagesHyperparameters withStage2_inner_wide(UnaryOperator<Stage2_inner_wide> change) {
    return withStage2_inner_wide(change.apply(stage2_inner_wide));
  }

  /**
   * With other numbers for {@code left}.
   */
  public StagesHyperparameters withLeft(Left value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, stage2, stage2_inner_narrow, stage2_inner_wide, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withLeft(numbers -> numbers.withDropout(...))}.
   */
  public StagesHyperparameters withLeft(UnaryOperator<Left> change) {
    return withLeft(change.apply(left));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public StagesHyperparameters withOptimizer(Optimizer value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, stage2, stage2_inner_narrow, stage2_inner_wide, left, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public StagesHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public StagesHyperparameters withTask(Task value) {
    return new StagesHyperparameters(stage1_narrow, stage1_wide, stage2, stage2_inner_narrow, stage2_inner_wide, left, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public StagesHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code stage1_narrow}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record Stage1_narrow(double batchNormMomentum, double batchNormEpsilon) {
    public Stage1_narrow {
      Interval.parse("[0, 1)").require("stage1_narrow.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("stage1_narrow.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Stage1_narrow withBatchNormMomentum(double value) {
      return new Stage1_narrow(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Stage1_narrow withBatchNormEpsilon(double value) {
      return new Stage1_narrow(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code stage1_wide}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm(momentum = 0.9)}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm(momentum = 0.9)}
   */
  public record Stage1_wide(double batchNormMomentum, double batchNormEpsilon) {
    public Stage1_wide {
      Interval.parse("[0, 1)").require("stage1_wide.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("stage1_wide.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Stage1_wide withBatchNormMomentum(double value) {
      return new Stage1_wide(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Stage1_wide withBatchNormEpsilon(double value) {
      return new Stage1_wide(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code stage2}.
   *
   * @param l2 in [0, inf); {@code @L2(0.001)}
   */
  public record Stage2(double l2) {
    public Stage2 {
      Interval.parse("[0, inf)").require("stage2.l2", l2);
    }

    /**
     * With another {@code l2}.
     */
    public Stage2 withL2(double value) {
      return new Stage2(value);
    }
  }

  /**
   * Numbers of {@code stage2_inner_narrow}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record Stage2_inner_narrow(double batchNormMomentum, double batchNormEpsilon) {
    public Stage2_inner_narrow {
      Interval.parse("[0, 1)").require("stage2_inner_narrow.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("stage2_inner_narrow.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Stage2_inner_narrow withBatchNormMomentum(double value) {
      return new Stage2_inner_narrow(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Stage2_inner_narrow withBatchNormEpsilon(double value) {
      return new Stage2_inner_narrow(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code stage2_inner_wide}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm(momentum = 0.9)}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm(momentum = 0.9)}
   */
  public record Stage2_inner_wide(double batchNormMomentum, double batchNormEpsilon) {
    public Stage2_inner_wide {
      Interval.parse("[0, 1)").require("stage2_inner_wide.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("stage2_inner_wide.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Stage2_inner_wide withBatchNormMomentum(double value) {
      return new Stage2_inner_wide(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Stage2_inner_wide withBatchNormEpsilon(double value) {
      return new Stage2_inner_wide(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code left}.
   *
   * @param dropout in [0, 1); {@code @Dropout(p = 0.25)}
   */
  public record Left(double dropout) {
    public Left {
      Interval.parse("[0, 1)").require("left.dropout", dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public Left withDropout(double value) {
      return new Left(value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}
   * @param beta1 in [0, 1); {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}
   * @param beta2 in [0, 1); {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}
   * @param epsilon in (0, inf); {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}
   * @param weightDecay in [0, inf); {@code @AdamW(weightDecay = 1e-4, excludeFromDecay = "stage1/*")}
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
