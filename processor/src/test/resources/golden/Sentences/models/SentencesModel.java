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
 * The network of {@link Sentences}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class SentencesModel extends Model {
  private SentencesModel(SentencesHyperparameters hyper, Settings settings) {
    super(new SentencesTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static SentencesModel create() {
    return create(SentencesHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static SentencesModel create(Settings settings) {
    return create(SentencesHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static SentencesModel create(SentencesHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static SentencesModel create(SentencesHyperparameters hyper, Settings settings) {
    return new SentencesModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static SentencesModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static SentencesModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<SentencesModel> type() {
    return ModelType.of(
        SentencesModel.class,
        SentencesHyperparameters.defaults().toMap(),
        numbers -> new SentencesTraining(SentencesHyperparameters.of(numbers)),
        (numbers, settings) -> create(SentencesHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 4 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [12] flattened, the last dimension fastest
   */
  public float[][] predict(int[][] rows) {
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
     * Weights of {@code both}.
     */
    public Both both() {
      return new Both(
          parameter("both/kernel"),
          parameter("both/recurrent_kernel"),
          parameter("both/bias"),
          parameter("both/backward_kernel"),
          parameter("both/backward_recurrent_kernel"),
          parameter("both/backward_bias"));
    }

    /**
     * Weights of {@code last}.
     */
    public Last last() {
      return new Last(
          parameter("last/kernel"),
          parameter("last/recurrent_kernel"),
          parameter("last/bias"));
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
   * @param embedding [1000, 16]
   */
  public record Embedded(Parameter embedding) {
  }

  /**
   * Weights of {@code both}.
   *
   * @param kernel [16, 32]
   * @param recurrentKernel [8, 32]
   * @param bias [32]
   * @param backwardKernel [16, 32]
   * @param backwardRecurrentKernel [8, 32]
   * @param backwardBias [32]
   */
  public record Both(Parameter kernel, Parameter recurrentKernel, Parameter bias,
      Parameter backwardKernel, Parameter backwardRecurrentKernel, Parameter backwardBias) {
  }

  /**
   * Weights of {@code last}.
   *
   * @param kernel [16, 24]
   * @param recurrentKernel [8, 24]
   * @param bias [2, 24]
   */
  public record Last(Parameter kernel, Parameter recurrentKernel, Parameter bias) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [8, 4]
   * @param bias [4]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
