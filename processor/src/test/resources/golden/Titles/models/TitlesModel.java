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
 * The network of {@link Titles}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class TitlesModel extends Model {
  private TitlesModel(TitlesHyperparameters hyper, Settings settings) {
    super(new TitlesTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static TitlesModel create() {
    return create(TitlesHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static TitlesModel create(Settings settings) {
    return create(TitlesHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static TitlesModel create(TitlesHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static TitlesModel create(TitlesHyperparameters hyper, Settings settings) {
    return new TitlesModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static TitlesModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static TitlesModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<TitlesModel> type() {
    return ModelType.of(
        TitlesModel.class,
        TitlesHyperparameters.defaults().toMap(),
        numbers -> new TitlesTraining(TitlesHyperparameters.of(numbers)),
        (numbers, settings) -> create(TitlesHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 14 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [32] flattened, the last dimension fastest
   */
  public float[][] predict(int[][] rows) {
    return predictions(rows);
  }

  /**
   * Probabilities of the 14 classes, a row per row of the data, whose targets, if any, are not looked at.
   */
  public float[][] predict(Dataset data) {
    return predictions(data);
  }

  /**
   * The likeliest class, row by row.
   *
   * @param rows as for {@code predict}
   */
  public int[] classify(int[][] rows) {
    return likeliest(predict(rows));
  }

  /**
   * The likeliest class, row by row.
   *
   * @param data as for {@code predict}
   */
  public int[] classify(Dataset data) {
    return likeliest(predict(data));
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param rows as for {@code predict}
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[][]> monteCarlo(int[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("words", rows), passes).get(0);
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
     * Weights of {@code embedded}.
     */
    public Embedded embedded() {
      return new Embedded(
          parameter("embedded/embedding"));
    }

    /**
     * Weights of {@code tones}.
     */
    public Tones tones() {
      return new Tones(
          parameter("tones/embedding"));
    }

    /**
     * Weights of {@code numbers}.
     */
    public Numbers numbers() {
      return new Numbers(
          parameter("numbers/kernel"),
          parameter("numbers/bias"));
    }

    /**
     * Weights of {@code logits}.
     */
    public Logits logits() {
      return new Logits(
          parameter("logits/kernel"),
          parameter("logits/bias"));
    }
  }

  /**
   * Weights of {@code embedded}.
   *
   * @param embedding [5000, 64]
   */
  public record Embedded(Parameter embedding) {
  }

  /**
   * Weights of {@code tones}.
   *
   * @param embedding [4000, 8]
   */
  public record Tones(Parameter embedding) {
  }

  /**
   * Weights of {@code numbers}.
   *
   * @param kernel [32, 4]
   * @param bias [4]
   */
  public record Numbers(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [2308, 14]
   * @param bias [14]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
