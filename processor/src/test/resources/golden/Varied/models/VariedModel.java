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
 * The network of {@link Varied}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class VariedModel extends Model {
  private VariedModel(VariedHyperparameters hyper, Settings settings) {
    super(new VariedTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static VariedModel create() {
    return create(VariedHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static VariedModel create(Settings settings) {
    return create(VariedHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static VariedModel create(VariedHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static VariedModel create(VariedHyperparameters hyper, Settings settings) {
    return new VariedModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static VariedModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static VariedModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<VariedModel> type() {
    return ModelType.of(
        VariedModel.class,
        VariedHyperparameters.defaults().toMap(),
        numbers -> new VariedTraining(VariedHyperparameters.of(numbers)),
        (numbers, settings) -> create(VariedHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 10 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [32, 32, 3] flattened, the last dimension fastest
   */
  public float[][] predict(byte[][] rows) {
    return predictions(rows);
  }

  /**
   * Probabilities of the 10 classes, a row per row of the data, whose targets, if any, are not looked at.
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
    return monteCarloOutputs(inputs().add("image", rows), passes).get(0);
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
     * Weights of {@code block}.
     */
    public Block block() {
      return new Block(
          parameter("block/kernel"),
          parameter("block/scale"),
          parameter("block/shift"),
          parameter("block/mean"),
          parameter("block/variance"));
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
   * Weights of {@code block}.
   *
   * @param kernel [3, 3, 3, 16]
   * @param scale [16]
   * @param shift [16]
   * @param mean [16]
   * @param variance [16]
   */
  public record Block(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [16, 10]
   * @param bias [10]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
