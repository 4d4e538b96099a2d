package models;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Parameter;
import io.regulus.train.MonteCarlo;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Prices.Wide}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class Prices_WideModel extends Model {
  private Prices_WideModel(Prices_WideHyperparameters hyper, Settings settings) {
    super(new Prices_WideTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static Prices_WideModel create() {
    return create(Prices_WideHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static Prices_WideModel create(Settings settings) {
    return create(Prices_WideHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static Prices_WideModel create(Prices_WideHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static Prices_WideModel create(Prices_WideHyperparameters hyper, Settings settings) {
    return new Prices_WideModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static Prices_WideModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static Prices_WideModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<Prices_WideModel> type() {
    return ModelType.of(
        Prices_WideModel.class,
        Prices_WideHyperparameters.defaults().toMap(),
        numbers -> new Prices_WideTraining(Prices_WideHyperparameters.of(numbers)),
        (numbers, settings) -> create(Prices_WideHyperparameters.of(numbers), settings));
  }

  /**
   * The 2 predicted values, a row per row.
   *
   * @param rows any number of rows, each of shape [12] flattened, the last dimension fastest
   */
  public float[][] predict(float[][] rows) {
    return predictions(rows);
  }

  /**
   * The 2 predicted values, a row per row of the data, whose targets, if any, are not looked at.
   */
  public float[][] predict(Dataset data) {
    return predictions(data);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param rows as for {@code predict}
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[][]> monteCarlo(float[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("input", rows), passes).get(0);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[][]> monteCarlo(Dataset data, int passes) {
    return monteCarloOutputs(data, passes).get(0);
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
     * Weights of {@code wide}.
     */
    public Wide wide() {
      return new Wide(
          parameter("wide/kernel"),
          parameter("wide/bias"));
    }

    /**
     * Weights of {@code deep}.
     */
    public Deep deep() {
      return new Deep(
          parameter("deep/kernel"),
          parameter("deep/bias"));
    }

    /**
     * Weights of {@code narrow}.
     */
    public Narrow narrow() {
      return new Narrow(
          parameter("narrow/kernel"),
          parameter("narrow/bias"));
    }

    /**
     * Weights of {@code values}.
     */
    public Values values() {
      return new Values(
          parameter("values/kernel"),
          parameter("values/bias"));
    }
  }

  /**
   * Weights of {@code wide}.
   *
   * @param kernel [12, 8]
   * @param bias [8]
   */
  public record Wide(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code deep}.
   *
   * @param kernel [12, 16]
   * @param bias [16]
   */
  public record Deep(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code narrow}.
   *
   * @param kernel [24, 4]
   * @param bias [4]
   */
  public record Narrow(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code values}.
   *
   * @param kernel [4, 2]
   * @param bias [2]
   */
  public record Values(Parameter kernel, Parameter bias) {
  }
}
