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
 * The network of {@link Wide}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class WideModel extends Model {
  private WideModel(WideHyperparameters hyper, Settings settings) {
    super(new WideTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static WideModel create() {
    return create(WideHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static WideModel create(Settings settings) {
    return create(WideHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static WideModel create(WideHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static WideModel create(WideHyperparameters hyper, Settings settings) {
    return new WideModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static WideModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static WideModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<WideModel> type() {
    return ModelType.of(
        WideModel.class,
        WideHyperparameters.defaults().toMap(),
        numbers -> new WideTraining(WideHyperparameters.of(numbers)),
        (numbers, settings) -> create(WideHyperparameters.of(numbers), settings));
  }

  /**
   * The predicted value, row by row.
   *
   * @param rows any number of rows, each of shape [512] flattened, the last dimension fastest
   */
  public float[] predict(float[][] rows) {
    return firstColumn(predictions(rows));
  }

  /**
   * The predicted value, row by row of the data, whose targets, if any, are not looked at.
   */
  public float[] predict(Dataset data) {
    return firstColumn(predictions(data));
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param rows as for {@code predict}
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[]> monteCarlo(float[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("input", rows), passes).get(0).map(WideModel::firstColumn);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[]> monteCarlo(Dataset data, int passes) {
    return monteCarloOutputs(data, passes).get(0).map(WideModel::firstColumn);
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
     * Weights of {@code hidden}.
     */
    public Hidden hidden() {
      return new Hidden(
          parameter("hidden/kernel"),
          parameter("hidden/bias"));
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
   * Weights of {@code hidden}.
   *
   * @param kernel [512, 512]
   * @param bias [512]
   */
  public record Hidden(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code value}.
   *
   * @param kernel [512, 1]
   * @param bias [1]
   */
  public record Value(Parameter kernel, Parameter bias) {
  }
}
