package models;

import io.regulus.annotations.Interval;
import io.regulus.model.Numbers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;

/**
 * The numbers of {@link Dial} that change no shape, as annotated or as changed.
 *
 * @param network defaults of the class
 * @param digit those of layer {@code digit}
 * @param angle those of layer {@code angle}
 * @param optimizer the optimizer's
 */
@Generated("io.regulus.processor.RegulusProcessor")
public record DialHyperparameters(DialHyperparameters.Network network,
    DialHyperparameters.Digit digit, DialHyperparameters.Angle angle,
    DialHyperparameters.Optimizer optimizer) {
  /**
   * The numbers as annotated.
   */
  public static DialHyperparameters defaults() {
    return new DialHyperparameters(
        new Network(1e-4),
        new Digit(0.1, 1.0),
        new Angle(1.0, 0.3),
        new Optimizer(0.001, 0.9, 0.999, 1e-7));
  }

  /**
   * Numbers by name, such as {@code "network.l2"}; those not named are as annotated.
   *
   * @throws IllegalArgumentException if a name is unknown or a number outside its range
   */
  public static DialHyperparameters of(Map<String, Double> numbers) {
    Map<String, Double> all = Numbers.merge(defaults().toMap(), numbers);
    return new DialHyperparameters(
        new Network(all.get("network.l2")),
        new Digit(all.get("digit.labelSmoothing"), all.get("digit.lossWeight")),
        new Angle(all.get("angle.delta"), all.get("angle.lossWeight")),
        new Optimizer(all.get("optimizer.learningRate"), all.get("optimizer.beta1"), all.get("optimizer.beta2"), all.get("optimizer.epsilon")));
  }

  /**
   * Every number by name.
   */
  public Map<String, Double> toMap() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("network.l2", network.l2());
    numbers.put("digit.labelSmoothing", digit.labelSmoothing());
    numbers.put("digit.lossWeight", digit.lossWeight());
    numbers.put("angle.delta", angle.delta());
    numbers.put("angle.lossWeight", angle.lossWeight());
    numbers.put("optimizer.learningRate", optimizer.learningRate());
    numbers.put("optimizer.beta1", optimizer.beta1());
    numbers.put("optimizer.beta2", optimizer.beta2());
    numbers.put("optimizer.epsilon", optimizer.epsilon());
    return numbers;
  }

  /**
   * With other numbers for {@code network}.
   */
  public DialHyperparameters withNetwork(Network value) {
    return new DialHyperparameters(value, digit, angle, optimizer);
  }

  /**
   * With changed numbers: {@code withNetwork(numbers -> numbers.withL2(...))}.
   */
  public DialHyperparameters withNetwork(UnaryOperator<Network> change) {
    return withNetwork(change.apply(network));
  }

  /**
   * With other numbers for {@code digit}.
   */
  public DialHyperparameters withDigit(Digit value) {
    return new DialHyperparameters(network, value, angle, optimizer);
  }

  /**
   * With changed numbers: {@code withDigit(numbers -> numbers.withLabelSmoothing(...))}.
   */
  public DialHyperparameters withDigit(UnaryOperator<Digit> change) {
    return withDigit(change.apply(digit));
  }

  /**
   * With other numbers for {@code angle}.
   */
  public DialHyperparameters withAngle(Angle value) {
    return new DialHyperparameters(network, digit, value, optimizer);
  }

  /**
   * With changed numbers: {@code withAngle(numbers -> numbers.withDelta(...))}.
   */
  public DialHyperparameters withAngle(UnaryOperator<Angle> change) {
    return withAngle(change.apply(angle));
  }

  /**
   * With other numbers for {@code optimizer}.
   */
  public DialHyperparameters withOptimizer(Optimizer value) {
    return new DialHyperparameters(network, digit, angle, value);
  }

  /**
   * With changed numbers: {@code withOptimizer(numbers -> numbers.withLearningRate(...))}.
   */
  public DialHyperparameters withOptimizer(UnaryOperator<Optimizer> change) {
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
   * Numbers of {@code digit}.
   *
   * @param labelSmoothing in [0, 1); {@code @Classifier(classes = 10, labelSmoothing = 0.1)}
   * @param lossWeight in [0, inf); {@code @Classifier(classes = 10, labelSmoothing = 0.1)}
   */
  public record Digit(double labelSmoothing, double lossWeight) {
    public Digit {
      Interval.parse("[0, 1)").require("digit.labelSmoothing", labelSmoothing);
      Interval.parse("[0, inf)").require("digit.lossWeight", lossWeight);
    }

    /**
     * With another {@code labelSmoothing}.
     */
    public Digit withLabelSmoothing(double value) {
      return new Digit(value, lossWeight);
    }

    /**
     * With another {@code lossWeight}.
     */
    public Digit withLossWeight(double value) {
      return new Digit(labelSmoothing, value);
    }
  }

  /**
   * Numbers of {@code angle}.
   *
   * @param delta in (0, inf); {@code @Regressor(loss = HUBER, lossWeight = 0.3)}
   * @param lossWeight in [0, inf); {@code @Regressor(loss = HUBER, lossWeight = 0.3)}
   */
  public record Angle(double delta, double lossWeight) {
    public Angle {
      Interval.parse("(0, inf)").require("angle.delta", delta);
      Interval.parse("[0, inf)").require("angle.lossWeight", lossWeight);
    }

    /**
     * With another {@code delta}.
     */
    public Angle withDelta(double value) {
      return new Angle(value, lossWeight);
    }

    /**
     * With another {@code lossWeight}.
     */
    public Angle withLossWeight(double value) {
      return new Angle(delta, value);
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
}
