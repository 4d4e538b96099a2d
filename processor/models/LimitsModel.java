package models;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Limits}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class LimitsModel extends Model {
  private LimitsModel(LimitsHyperparameters hyper, Settings settings) {
    super(new LimitsTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static LimitsModel create() {
    return create(LimitsHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static LimitsModel create(Settings settings) {
    return create(LimitsHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static LimitsModel create(LimitsHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static LimitsModel create(LimitsHyperparameters hyper, Settings settings) {
    return new LimitsModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static LimitsModel load(Path folder) {
    return Model.load(
        folder,
        LimitsTraining.NAME,
        LimitsHyperparameters.defaults().toMap(),
        (numbers, settings) -> new LimitsModel(LimitsHyperparameters.of(numbers), settings));
  }

  /**
   * The predicted value, row by row.
   *
   * @param rows any number of rows, each of shape [1] flattened, the last dimension fastest
   */
  public float[] predict(float[][] rows) {
    return predict(Dataset.of(rows));
  }

  /**
   * The predicted value, row by row of the data, whose targets, if any, are not looked at.
   */
  public float[] predict(Dataset data) {
    return firstColumn(predictions(data));
  }

  /**
   * The weights, layer by layer.
   */
  public Layers layers() {
    return new Layers();
  }

  /**
   * The layers that have weights.
   */
  public final class Layers {
    private Layers() {
    }

    /**
     * Weights of {@code a}.
     */
    public A a() {
      return new A(
          parameter("a/kernel"),
          parameter("a/bias"));
    }

    /**
     * Weights of {@code b}.
     */
    public B b() {
      return new B(
          parameter("b/kernel"),
          parameter("b/bias"));
    }

    /**
     * Weights of {@code c}.
     */
    public C c() {
      return new C(
          parameter("c/kernel"),
          parameter("c/bias"));
    }

    /**
     * Weights of {@code value}.
     */
    public Value value() {
      return new Value(
          parameter("value/kernel"),
          parameter("value/bias"));
    }
  }

  /**
   * Weights of {@code a}.
   *
   * @param kernel [1, 1]
   * @param bias [1]
   */
  public record A(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code b}.
   *
   * @param kernel [1, 1]
   * @param bias [1]
   */
  public record B(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code c}.
   *
   * @param kernel [1, 1]
   * @param bias [1]
   */
  public record C(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code value}.
   *
   * @param kernel [1, 1]
   * @param bias [1]
   */
  public record Value(Parameter kernel, Parameter bias) {
  }
}
