import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Unnamed}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class UnnamedModel extends Model {
  private UnnamedModel(UnnamedHyperparameters hyper, Settings settings) {
    super(new UnnamedTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static UnnamedModel create() {
    return create(UnnamedHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static UnnamedModel create(Settings settings) {
    return create(UnnamedHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static UnnamedModel create(UnnamedHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static UnnamedModel create(UnnamedHyperparameters hyper, Settings settings) {
    return new UnnamedModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static UnnamedModel load(Path folder) {
    return Model.load(
        folder,
        UnnamedTraining.NAME,
        UnnamedHyperparameters.defaults().toMap(),
        (numbers, settings) -> new UnnamedModel(UnnamedHyperparameters.of(numbers), settings));
  }

  /**
   * The 2 predicted values, a row per row.
   *
   * @param rows any number of rows, each of shape [3] flattened, the last dimension fastest
   */
  public float[][] predict(float[][] rows) {
    return predict(Dataset.of(rows));
  }

  /**
   * The 2 predicted values, a row per row of the data, whose targets, if any, are not looked at.
   */
  public float[][] predict(Dataset data) {
    return predictions(data);
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
     * Weights of {@code value}.
     */
    public Value value() {
      return new Value(
          parameter("value/kernel"),
          parameter("value/bias"));
    }
  }

  /**
   * Weights of {@code value}.
   *
   * @param kernel [3, 2]
   * @param bias [2]
   */
  public record Value(Parameter kernel, Parameter bias) {
  }
}
