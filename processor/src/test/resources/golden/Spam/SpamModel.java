import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Parameter;
import io.regulus.train.MonteCarlo;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Spam}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class SpamModel extends Model {
  private SpamModel(SpamHyperparameters hyper, Settings settings) {
    super(new SpamTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static SpamModel create() {
    return create(SpamHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static SpamModel create(Settings settings) {
    return create(SpamHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static SpamModel create(SpamHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static SpamModel create(SpamHyperparameters hyper, Settings settings) {
    return new SpamModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static SpamModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static SpamModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<SpamModel> type() {
    return ModelType.of(
        SpamModel.class,
        SpamHyperparameters.defaults().toMap(),
        numbers -> new SpamTraining(SpamHyperparameters.of(numbers)),
        (numbers, settings) -> create(SpamHyperparameters.of(numbers), settings));
  }

  /**
   * Probability of class 1, row by row.
   *
   * @param rows any number of rows, each of shape [16, 16, 3] flattened, the last dimension fastest
   */
  public float[] predict(byte[][] rows) {
    return firstColumn(predictions(rows));
  }

  /**
   * Probability of class 1, row by row of the data, whose targets, if any, are not looked at.
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
  public MonteCarlo<float[]> monteCarlo(byte[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("pixels", rows), passes).get(0).map(SpamModel::firstColumn);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, row by row, over several passes (Monte-Carlo dropout).
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   */
  public MonteCarlo<float[]> monteCarlo(Dataset data, int passes) {
    return monteCarloOutputs(data, passes).get(0).map(SpamModel::firstColumn);
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
     * Weights of {@code features}.
     */
    public Features features() {
      return new Features(
          parameter("features/kernel"),
          parameter("features/scale"),
          parameter("features/shift"),
          parameter("features/mean"),
          parameter("features/variance"));
    }

    /**
     * Weights of {@code logit}.
     */
    public Logit logit() {
      return new Logit(
          parameter("logit/kernel"),
          parameter("logit/bias"));
    }
  }

  /**
   * Weights of {@code features}.
   *
   * @param kernel [3, 5, 3, 8]
   * @param scale [8]
   * @param shift [8]
   * @param mean [8]
   * @param variance [8]
   */
  public record Features(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code logit}.
   *
   * @param kernel [392, 1]
   * @param bias [1]
   */
  public record Logit(Parameter kernel, Parameter bias) {
  }
}
