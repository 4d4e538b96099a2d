package models;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Holder.Tiny}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class Holder_TinyModel extends Model {
  private Holder_TinyModel(Holder_TinyHyperparameters hyper, Settings settings) {
    super(new Holder_TinyTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static Holder_TinyModel create() {
    return create(Holder_TinyHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static Holder_TinyModel create(Settings settings) {
    return create(Holder_TinyHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static Holder_TinyModel create(Holder_TinyHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static Holder_TinyModel create(Holder_TinyHyperparameters hyper, Settings settings) {
    return new Holder_TinyModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static Holder_TinyModel load(Path folder) {
    return Model.load(
        folder,
        Holder_TinyTraining.NAME,
        Holder_TinyHyperparameters.defaults().toMap(),
        (numbers, settings) -> new Holder_TinyModel(Holder_TinyHyperparameters.of(numbers), settings));
  }

  /**
   * Probability of class 1, row by row.
   *
   * @param rows any number of rows, each of shape [6, 6, 2] flattened, the last dimension fastest
   */
  public float[] predict(float[][] rows) {
    return predict(Dataset.of(rows));
  }

  /**
   * Probability of class 1, row by row of the data, whose targets, if any, are not looked at.
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
     * Weights of {@code first}.
     */
    public First first() {
      return new First(
          parameter("first/kernel"),
          parameter("first/bias"));
    }

    /**
     * Weights of {@code record2}.
     */
    public Record2 record2() {
      return new Record2(
          parameter("record2/kernel"),
          parameter("record2/bias"));
    }

    /**
     * Weights of {@code normed}.
     */
    public Normed normed() {
      return new Normed(
          parameter("normed/kernel"),
          parameter("normed/scale"),
          parameter("normed/shift"),
          parameter("normed/mean"),
          parameter("normed/variance"));
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
   * Weights of {@code first}.
   *
   * @param kernel [72, 4]
   * @param bias [4]
   */
  public record First(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code record2}.
   *
   * @param kernel [4, 8]
   * @param bias [8]
   */
  public record Record2(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code normed}.
   *
   * @param kernel [8, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record Normed(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code logit}.
   *
   * @param kernel [4, 1]
   * @param bias [1]
   */
  public record Logit(Parameter kernel, Parameter bias) {
  }
}
