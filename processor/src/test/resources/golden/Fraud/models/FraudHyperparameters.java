package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Fraud} that change no shape, as annotated or as changed.
 *
 * @param classWeights those of {@code @ClassWeights({0.25, 0.75})}
 * @param focalLoss those of {@code @FocalLoss}
 * @param adversarialTraining those of {@code @AdversarialTraining(epsilon = 0.05)}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record FraudHyperparameters(FraudHyperparameters.ClassWeights classWeights,
    FraudHyperparameters.FocalLoss focalLoss,
    FraudHyperparameters.AdversarialTraining adversarialTraining,
    FraudHyperparameters.Optimizer optimizer, FraudHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static FraudHyperparameters defaults() {
    return new FraudHyperparameters(
        new ClassWeights(0.25, 0.75),
        new FocalLoss(2.0),
        new AdversarialTraining(0.05, 0.5),
        new Optimizer(0.001, 0.9, 0.999, 1e-7),
        new Task(0.0));
  }

  /**
   * Numbers by name, such as {@code "classWeights.class0"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static FraudHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new FraudHyperparameters(
        new ClassWeights(all.get("classWeights.class0"), all.get("classWeights.class1")),
        new FocalLoss(all.get("focalLoss.gamma")),
        new AdversarialTraining(all.get("adversarialTraining.epsilon"), all.get("adversarialTraining.weight")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("classWeights.class0", classWeights.class0());
    numbers.put("classWeights.class1", classWeights.class1());
    numbers.put("focalLoss.gamma", focalLoss.gamma());
    numbers.put("adversarialTraining.epsilon", adversarialTraining.epsilon());
    numbers.put("adversarialTraining.weight", adversarialTraining.weight());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    numbers.put("task.labelSmoothing", task.labelSmoothing());
    return numbers;
  }

  /**
   * With other numbers for {@code classWeights}.
   */
  public FraudHyperparameters withClassWeights(ClassWeights value) {
    return new FraudHyperparameters(value, focalLoss, adversarialTraining, optimizer, task);
  }

  /**
   * With changed numbers: {@code withClassWeights(numbers -> numbers.withClass0(...))}.
   */
  public FraudHyperparameters withClassWeights(UnaryOperator<ClassWeights> change) {
    return withClassWeights(change.apply(classWeights));
  }

  /**
   * With other numbers for {@code focalLoss}.
   */
  public FraudHyperparameters withFocalLoss(FocalLoss value) {
    return new FraudHyperparameters(classWeights, value, adversarialTraining, optimizer, task);
  }

  /**
   * With changed numbers: {@code withFocalLoss(numbers -> numbers.withGamma(...))}.
   */
  public FraudHyperparameters withFocalLoss(UnaryOperator<FocalLoss> change) {
    return withFocalLoss(change.apply(focalLoss));
  }

  /**
   * With other numbers for {@code adversarialTraining}.
   */
  public FraudHyperparameters withAdversarialTraining(AdversarialTraining value) {
    return new FraudHyperparameters(classWeights, focalLoss, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withAdversarialTraining(numbers -> numbers.withEpsilon(...))}.
   */
  public FraudHyperparameters withAdversarialTraining(UnaryOperator<AdversarialTraining> change) {
    return withAdversarialTraining(change.apply(adversarialTraining));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public FraudHyperparameters withOptimizer(Optimizer value) {
    return new FraudHyperparameters(classWeights, focalLoss, adversarialTraining, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public FraudHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public FraudHyperparameters withTask(Task value) {
    return new FraudHyperparameters(classWeights, focalLoss, adversarialTraining, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public FraudHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code classWeights}.
   *
   * @param class0 in [0, inf); {@code @ClassWeights({0.25, 0.75})}
   * @param class1 in [0, inf); {@code @ClassWeights({0.25, 0.75})}
   */
  public record ClassWeights(double class0, double class1) {
    public ClassWeights {
      Interval.parse("[0, inf)").require("classWeights.class0", class0);
      Interval.parse("[0, inf)").require("classWeights.class1", class1);
    }

    /**
     * With another {@code class0}.
     */
    public ClassWeights withClass0(double value) {
      return new ClassWeights(value, class1);
    }

    /**
     * With another {@code class1}.
     */
    public ClassWeights withClass1(double value) {
      return new ClassWeights(class0, value);
    }
  }

  /**
   * Numbers of {@code focalLoss}.
   *
   * @param gamma in [0, inf); {@code @FocalLoss}
   */
  public record FocalLoss(double gamma) {
    public FocalLoss {
      Interval.parse("[0, inf)").require("focalLoss.gamma", gamma);
    }

    /**
     * With another {@code gamma}.
     */
    public FocalLoss withGamma(double value) {
      return new FocalLoss(value);
    }
  }

  /**
   * Numbers of {@code adversarialTraining}.
   *
   * @param epsilon in [0, inf); {@code @AdversarialTraining(epsilon = 0.05)}
   * @param weight in [0, 1]; {@code @AdversarialTraining(epsilon = 0.05)}
   */
  public record AdversarialTraining(double epsilon, double weight) {
    public AdversarialTraining {
      Interval.parse("[0, inf)").require("adversarialTraining.epsilon", epsilon);
      Interval.parse("[0, 1]").require("adversarialTraining.weight", weight);
    }

    /**
     * With another {@code epsilon}.
     */
    public AdversarialTraining withEpsilon(double value) {
      return new AdversarialTraining(value, weight);
    }

    /**
     * With another {@code weight}.
     */
    public AdversarialTraining withWeight(double value) {
      return new AdversarialTraining(epsilon, value);
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
   * @param labelSmoothing in [0, 1); {@code @BinaryClassifier}
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
