package models;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.Parameter;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network of {@link AcceptedAdvice}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class AcceptedAdviceModel extends Model {
  private AcceptedAdviceModel(AcceptedAdviceHyperparameters hyper, Settings settings) {
    super(new AcceptedAdviceTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static AcceptedAdviceModel create() {
    return create(AcceptedAdviceHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static AcceptedAdviceModel create(Settings settings) {
    return create(AcceptedAdviceHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static AcceptedAdviceModel create(AcceptedAdviceHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static AcceptedAdviceModel create(AcceptedAdviceHyperparameters hyper, Settings settings) {
    return new AcceptedAdviceModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static AcceptedAdviceModel load(Path folder) {
    return Model.load(
        folder,
        AcceptedAdviceTraining.NAME,
        AcceptedAdviceHyperparameters.defaults().toMap(),
        (numbers, settings) -> new AcceptedAdviceModel(AcceptedAdviceHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 3 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [16] flattened, the last dimension fastest
   */
  public float[][] predict(float[][] rows) {
    return predict(Dataset.of(rows));
  }

  /**
   * Probabilities of the 3 classes, a row per row of the data, whose targets, if any, are not looked at.
   */
  public float[][] predict(Dataset data) {
    return predictions(data);
  }

  /**
   * The likeliest class, row by row.
   *
   * @param rows as for {@link #predict(float[][])}
   */
  public int[] classify(float[][] rows) {
    return likeliest(predict(rows));
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
     * Weights of {@code head}.
     */
    public Head head() {
      return new Head(
          parameter("head/kernel"),
          parameter("head/bias"));
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
   * Weights of {@code head}.
   *
   * @param kernel [16, 8]
   * @param bias [8]
   */
  public record Head(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [8, 3]
   * @param bias [3]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
