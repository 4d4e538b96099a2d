package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link FashionNet} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param block1 those of layer {@code block1}
 * @param block2 those of layer {@code block2}
 * @param head those of layer {@code head}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record FashionNetHyperparameters(FashionNetHyperparameters.Network network,
    FashionNetHyperparameters.Block1 block1, FashionNetHyperparameters.Block2 block2,
    FashionNetHyperparameters.Head head, FashionNetHyperparameters.Optimizer optimizer,
    FashionNetHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static FashionNetHyperparameters defaults() {
    return new FashionNetHyperparameters(
        new Network(1e-4),
        new Block1(0.99, 0.001),
        new Block2(0.99, 0.001),
        new Head(0.5),
        new Optimizer(0.001, 0.9, 0.999, 1e-7),
        new Task(0.1));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static FashionNetHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new FashionNetHyperparameters(
        new Network(all.get("network.l2")),
        new Block1(all.get("block1.batchNormMomentum"), all.get("block1.batchNormEpsilon")),
        new Block2(all.get("block2.batchNormMomentum"), all.get("block2.batchNormEpsilon")),
        new Head(all.get("head.dropout")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")),
        new Task(all.get("task.labelSmoothing")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("block1.batchNormMomentum", block1.batchNormMomentum());
    numbers.put("block1.batchNormEpsilon", block1.batchNormEpsilon());
    numbers.put("block2.batchNormMomentum", block2.batchNormMomentum());
    numbers.put("block2.batchNormEpsilon", block2.batchNormEpsilon());
    numbers.put("head.dropout", head.dropout());
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
  public FashionNetHyperparameters withNetwork(Network value) {
    return new FashionNetHyperparameters(value, block1, block2, head, optimizer, task);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public FashionNetHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code block1}.
   */
  public FashionNetHyperparameters withBlock1(Block1 value) {
    return new FashionNetHyperparameters(network, value, block2, head, optimizer, task);
  }

  /**
   * With changed numbers: {@code withBlock1(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public FashionNetHyperparameters withBlock1(UnaryOperator<Block1> change) {
    return withBlock1(change.apply(block1));
  }

  /**
   * With other numbers for {@code block2}.
   */
  public FashionNetHyperparameters withBlock2(Block2 value) {
    return new FashionNetHyperparameters(network, block1, value, head, optimizer, task);
  }

  /**
   * With changed numbers: {@code withBlock2(numbers -> numbers.withBatchNormMomentum(...))}.
   */
  public FashionNetHyperparameters withBlock2(UnaryOperator<Block2> change) {
    return withBlock2(change.apply(block2));
  }

  /**
   * With other numbers for {@code head}.
   */
  public FashionNetHyperparameters withHead(Head value) {
    return new FashionNetHyperparameters(network, block1, block2, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withHead(numbers -> numbers.withDropout(...))}.
   */
  public FashionNetHyperparameters withHead(UnaryOperator<Head> change) {
    return withHead(change.apply(head));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public FashionNetHyperparameters withOptimizer(Optimizer value) {
    return new FashionNetHyperparameters(network, block1, block2, head, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public FashionNetHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public FashionNetHyperparameters withTask(Task value) {
    return new FashionNetHyperparameters(network, block1, block2, head, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public FashionNetHyperparameters withTask(UnaryOperator<Task> change) {
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
   * Numbers of {@code block1}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record Block1(double batchNormMomentum, double batchNormEpsilon) {
    public Block1 {
      Interval.parse("[0, 1)").require("block1.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("block1.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Block1 withBatchNormMomentum(double value) {
      return new Block1(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Block1 withBatchNormEpsilon(double value) {
      return new Block1(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code block2}.
   *
   * @param batchNormMomentum in [0, 1); {@code @BatchNorm}
   * @param batchNormEpsilon in (0, inf); {@code @BatchNorm}
   */
  public record Block2(double batchNormMomentum, double batchNormEpsilon) {
    public Block2 {
      Interval.parse("[0, 1)").require("block2.batchNormMomentum", batchNormMomentum);
      Interval.parse("(0, inf)").require("block2.batchNormEpsilon", batchNormEpsilon);
    }

    /**
     * With another {@code batchNormMomentum}.
     */
    public Block2 withBatchNormMomentum(double value) {
      return new Block2(value, batchNormEpsilon);
    }

    /**
     * With another {@code batchNormEpsilon}.
     */
    public Block2 withBatchNormEpsilon(double value) {
      return new Block2(batchNormMomentum, value);
    }
  }

  /**
   * Numbers of {@code head}.
   *
   * @param dropout in [0, 1); {@code @Dropout(p = 0.5)}
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
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @Adam(learningRate = 0.001)}
   * @param beta1 in [0, 1); {@code @Adam(learningRate = 0.001)}
   * @param beta2 in [0, 1); {@code @Adam(learningRate = 0.001)}
   * @param epsilon in (0, inf); {@code @Adam(learningRate = 0.001)}
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
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 10, labelSmoothing = 0.1)}
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
