package models;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Parameter;
import io.regulus.train.MonteCarlo;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Dial}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class DialModel extends Model {
  private DialModel(DialHyperparameters hyper, Settings settings) {
    super(new DialTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static DialModel create() {
    return create(DialHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static DialModel create(Settings settings) {
    return create(DialHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static DialModel create(DialHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static DialModel create(DialHyperparameters hyper, Settings settings) {
    return new DialModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static DialModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static DialModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<DialModel> type() {
    return ModelType.of(
        DialModel.class,
        DialHyperparameters.defaults().toMap(),
        numbers -> new DialTraining(DialHyperparameters.of(numbers)),
        (numbers, settings) -> create(DialHyperparameters.of(numbers), settings));
  }

  /**
   * Predictions of {@code digit}, {@code angle}.
   *
   * @param image any number of rows, each of shape [16, 16, 1] flattened, the last dimension fastest
   * @param meta any number of rows, each of shape [4] flattened, the last dimension fastest
   */
  public Predictions predict(byte[][] image, float[][] meta) {
    return predictionsOf(outputs(inputs().add("image", image).add("meta", meta)));
  }

  /**
   * Predictions of {@code digit}, {@code angle} of the data, whose targets, if any, are not looked at.
   */
  public Predictions predict(Dataset data) {
    return predictionsOf(outputs(data));
  }

  private static Predictions predictionsOf(List<float[][]> outputs) {
    return new Predictions(
        outputs.get(0),
        firstColumn(outputs.get(1)));
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param image as for {@code predict}
   * @param meta as for {@code predict}
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<Predictions> monteCarlo(byte[][] image, float[][] meta, int passes) {
    return together(monteCarloOutputs(inputs().add("image", image).add("meta", meta), passes), DialModel::predictionsOf);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<Predictions> monteCarlo(Dataset data, int passes) {
    return together(monteCarloOutputs(data, passes), DialModel::predictionsOf);
  }

  /**
   * The weights, layer by layer.
   */
  public Layers layers() {
    return new Layers();
  }

  /**
   * What each output predicts.
   *
   * @param digit probabilities of the 10 classes, a row per row
   * @param angle the predicted value, row by row
   */
  public record Predictions(float[][] digit, float[] angle) {
    /**
     * The likeliest class of {@code digit}, row by row.
     */
    public int[] digitClasses() {
      return DialModel.likeliest(digit);
    }
  }

  /**
   * The layers that have weights.
   */
  public final class Layers {
    private Layers() {
    }

    /**
     * Weights of {@code features}.
     */
    public Features features() {
      return new Features(
          parameter("features/kernel"),
          parameter("features/bias"));
    }

    /**
     * Weights of {@code side}.
     */
    public Side side() {
      return new Side(
          parameter("side/kernel"),
          parameter("side/bias"));
    }

    /**
     * Weights of {@code joined}.
     */
    public Joined joined() {
      return new Joined(
          parameter("joined/kernel"),
          parameter("joined/bias"));
    }

    /**
     * Weights of {@code digit}.
     */
    public Digit digit() {
      return new Digit(
          parameter("digit/kernel"),
          parameter("digit/bias"));
    }

    /**
     * Weights of {@code angle}.
     */
    public Angle angle() {
      return new Angle(
          parameter("angle/kernel"),
          parameter("angle/bias"));
    }
  }

  /**
   * Weights of {@code features}.
   *
   * @param kernel [3, 3, 1, 8]
   * @param bias [8]
   */
  public record Features(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code side}.
   *
   * @param kernel [4, 8]
   * @param bias [8]
   */
  public record Side(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code joined}.
   *
   * @param kernel [400, 32]
   * @param bias [32]
   */
  public record Joined(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code digit}.
   *
   * @param kernel [32, 10]
   * @param bias [10]
   */
  public record Digit(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code angle}.
   *
   * @param kernel [32, 1]
   * @param bias [1]
   */
  public record Angle(Parameter kernel, Parameter bias) {
  }
}
