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
 * The network of {@link Residual}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class ResidualModel extends Model {
  private ResidualModel(ResidualHyperparameters hyper, Settings settings) {
    super(new ResidualTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static ResidualModel create() {
    return create(ResidualHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static ResidualModel create(Settings settings) {
    return create(ResidualHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static ResidualModel create(ResidualHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static ResidualModel create(ResidualHyperparameters hyper, Settings settings) {
    return new ResidualModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static ResidualModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static ResidualModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<ResidualModel> type() {
    return ModelType.of(
        ResidualModel.class,
        ResidualHyperparameters.defaults().toMap(),
        numbers -> new ResidualTraining(ResidualHyperparameters.of(numbers)),
        (numbers, settings) -> create(ResidualHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 4 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [8, 8, 3] flattened, the last dimension fastest
   */
  public float[][] predict(byte[][] rows) {
    return predictions(rows);
  }

  /**
   * Probabilities of the 4 classes, a row per row of the data, whose targets, if any, are not looked at.
   */
  public float[][] predict(Dataset data) {
    return predictions(data);
  }

  /**
   * The likeliest class, row by row.
   *
   * @param rows as for {@code predict}
   */
  public int[] classify(byte[][] rows) {
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
  public MonteCarlo<float[][]> monteCarlo(byte[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("IMAGE", rows), passes).get(0);
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
     * Weights of {@code STEM}.
     */
    public STEM STEM() {
      return new STEM(
          parameter("STEM/kernel"),
          parameter("STEM/scale"),
          parameter("STEM/shift"),
          parameter("STEM/mean"),
          parameter("STEM/variance"));
    }

    /**
     * Weights of {@code INNER}.
     */
    public INNER INNER() {
      return new INNER(
          parameter("INNER/kernel"),
          parameter("INNER/scale"),
          parameter("INNER/shift"),
          parameter("INNER/mean"),
          parameter("INNER/variance"));
    }

    /**
     * Weights of {@code LOGITS}.
     */
    public LOGITS LOGITS() {
      return new LOGITS(
          parameter("LOGITS/kernel"),
          parameter("LOGITS/bias"));
    }
  }

  /**
   * Weights of {@code STEM}.
   *
   * @param kernel [3, 1, 3, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record STEM(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code INNER}.
   *
   * @param kernel [3, 3, 4, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record INNER(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code LOGITS}.
   *
   * @param kernel [88, 4]
   * @param bias [4]
   */
  public record LOGITS(Parameter kernel, Parameter bias) {
  }
}
