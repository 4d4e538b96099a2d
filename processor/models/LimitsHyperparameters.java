package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Limits} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param a those of layer {@code a}
 * @param b those of layer {@code b}
 * @param c those of layer {@code c}
 * @param optimizer the optimizer's
 * @param task the task's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record LimitsHyperparameters(LimitsHyperparameters.Network network,
    LimitsHyperparameters.A a, LimitsHyperparameters.B b, LimitsHyperparameters.C c,
    LimitsHyperparameters.Optimizer optimizer, LimitsHyperparameters.Task task) {
  /**
   * The numbers as annotated.
   */
  public static LimitsHyperparameters defaults() {
    return new LimitsHyperparameters(
        new Network(0.0),
        new A(1e-6, 0.0),
        new B(0.1, 0.0, 0.69),
        new C(1e-4, 1e-4),
        new Optimizer(0.01, 0.9, 0.0),
        new Task(1e-9));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static LimitsHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new LimitsHyperparameters(
        new Network(all.get("network.l2")),
        new A(all.get("a.l2"), all.get("a.dropout")),
        new B(all.get("b.l2"), all.get("b.negativeSlope"), all.get("b.dropout")),
        new C(all.get("c.l1"), all.get("c.l2")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.momentum"), all.get("optimizer.weightDecay")),
        new Task(all.get("task.delta")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("a.l2", a.l2());
    numbers.put("a.dropout", a.dropout());
    numbers.put("b.l2", b.l2());
    numbers.put("b.negativeSlope", b.negativeSlope());
    numbers.put("b.dropout", b.dropout());
    numbers.put("c.l1", c.l1());
    numbers.put("c.l2", c.l2());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.momentum", optimizer.momentum());
    numbers.put("optimizer.weightDecay", optimizer.weightDecay());
    numbers.put("task.delta", task.delta());
    return numbers;
  }

  /**
   * With other numbers for {@code network}.
   */
  public LimitsHyperparameters withNetwork(Network value) {
    return new LimitsHyperparameters(value, a, b, c, optimizer, task);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public LimitsHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code a}.
   */
  public LimitsHyperparameters withA(A value) {
    return new LimitsHyperparameters(network, value, b, c, optimizer, task);
  }

  /**
   * With changed numbers: {@code withA(numbers -> numbers.withL2(...))}.
   */
  public LimitsHyperparameters withA(UnaryOperator<A> change) {
    return withA(change.apply(a));
  }

  /**
   * With other numbers for {@code b}.
   */
  public LimitsHyperparameters withB(B value) {
    return new LimitsHyperparameters(network, a, value, c, optimizer, task);
  }

  /**
   * With changed numbers: {@code withB(numbers -> numbers.withL2(...))}.
   */
  public LimitsHyperparameters withB(UnaryOperator<B> change) {
    return withB(change.apply(b));
  }

  /**
   * With other numbers for {@code c}.
   */
  public LimitsHyperparameters withC(C value) {
    return new LimitsHyperparameters(network, a, b, value, optimizer, task);
  }

  /**
   * With changed numbers: {@code withC(numbers -> numbers.withL1(...))}.
   */
  public LimitsHyperparameters withC(UnaryOperator<C> change) {
    return withC(change.apply(c));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public LimitsHyperparameters withOptimizer(Optimizer value) {
    return new LimitsHyperparameters(network, a, b, c, value, task);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public LimitsHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
    return withOptimizer(change.apply(optimizer));
  }

  /**
   * With other numbers for {@code task}.
   */
  public LimitsHyperparameters withTask(Task value) {
    return new LimitsHyperparameters(network, a, b, c, optimizer, value);
  }

  /**
   * With changed numbers: {@code withTask(numbers -> numbers.withDelta(...))}.
   */
  public LimitsHyperparameters withTask(UnaryOperator<Task> change) {
    return withTask(change.apply(task));
  }

  /**
   * Numbers of {@code network}.
   *
   * @param l2 in [0, inf); {@code @L2(0.0)}
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
   * Numbers of {@code a}.
   *
   * @param l2 in [0, inf); {@code @L2(1e-6)}
   * @param dropout in [0, 1); {@code @Dropout(p = 0.0)}
   */
  public record A(double l2, double dropout) {
    public A {
      Interval.parse("[0, inf)").require("a.l2", l2);
      Interval.parse("[0, 1)").require("a.dropout", dropout);
    }

    /**
     * With another {@code l2}.
     */
    public A withL2(double value) {
      return new A(value, dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public A withDropout(double value) {
      return new A(l2, value);
    }
  }

  /**
   * Numbers of {@code b}.
   *
   * @param l2 in [0, inf); {@code @L2(0.1)}
   * @param negativeSlope in [0, inf); {@code @Activation(value = LEAKY_RELU, negativeSlope = 0.0)}
   * @param dropout in [0, 1); {@code @Dropout(p = 0.69)}
   */
  public record B(double l2, double negativeSlope, double dropout) {
    public B {
      Interval.parse("[0, inf)").require("b.l2", l2);
      Interval.parse("[0, inf)").require("b.negativeSlope", negativeSlope);
      Interval.parse("[0, 1)").require("b.dropout", dropout);
    }

    /**
     * With another {@code l2}.
     */
    public B withL2(double value) {
      return new B(value, negativeSlope, dropout);
    }

    /**
     * With another {@code negativeSlope}.
     */
    public B withNegativeSlope(double value) {
      return new B(l2, value, dropout);
    }

    /**
     * With another {@code dropout}.
     */
    public B withDropout(double value) {
      return new B(l2, negativeSlope, value);
    }
  }

  /**
   * Numbers of {@code c}.
   *
   * @param l1 in [0, inf); {@code @L1(value = 1e-4, proximal = true)}
   * @param l2 in [0, inf); {@code @L2(1e-4)}
   */
  public record C(double l1, double l2) {
    public C {
      Interval.parse("[0, inf)").require("c.l1", l1);
      Interval.parse("[0, inf)").require("c.l2", l2);
    }

    /**
     * With another {@code l1}.
     */
    public C withL1(double value) {
      return new C(value, l2);
    }

    /**
     * With another {@code l2}.
     */
    public C withL2(double value) {
      return new C(l1, value);
    }
  }

  /**
   * Numbers of {@code optimizer}.
   *
   * @param learningRate in (0, inf); {@code @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.0)}
   * @param momentum in [0, 1); {@code @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.0)}
   * @param weightDecay in [0, inf); {@code @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.0)}
   */
  public record Optimizer(double learningRate, double momentum, double weightDecay) {
    public Optimizer {
      Interval.parse("(0, inf)").require("optimizer.learningRate", learningRate);
      Interval.parse("[0, 1)").require("optimizer.momentum", momentum);
      Interval.parse("[0, inf)").require("optimizer.weightDecay", weightDecay);
    }

    /**
     * With another {@code learningRate}.
     */
    public Optimizer withLearningRate(double value) {
      return new Optimizer(value, momentum, weightDecay);
    }

    /**
     * With another {@code momentum}.
     */
    public Optimizer withMomentum(double value) {
      return new Optimizer(learningRate, value, weightDecay);
    }

    /**
     * With another {@code weightDecay}.
     */
    public Optimizer withWeightDecay(double value) {
      return new Optimizer(learningRate, momentum, value);
    }
  }

  /**
   * Numbers of {@code task}.
   *
   * @param delta in (0, inf); {@code @Regressor(outputs = 1, loss = HUBER, delta = 1e-9)}
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
