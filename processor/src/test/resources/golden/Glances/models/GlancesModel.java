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
 * The network of {@link Glances}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class GlancesModel extends Model {
  private GlancesModel(GlancesHyperparameters hyper, Settings settings) {
    super(new GlancesTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static GlancesModel create() {
    return create(GlancesHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static GlancesModel create(Settings settings) {
    return create(GlancesHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static GlancesModel create(GlancesHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static GlancesModel create(GlancesHyperparameters hyper, Settings settings) {
    return new GlancesModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static GlancesModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static GlancesModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<GlancesModel> type() {
    return ModelType.of(
        GlancesModel.class,
        GlancesHyperparameters.defaults().toMap(),
        numbers -> new GlancesTraining(GlancesHyperparameters.of(numbers)),
        (numbers, settings) -> create(GlancesHyperparameters.of(numbers), settings));
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
     * Weights of {@code attended}.
     */
    public Attended attended() {
      return new Attended(
          parameter("attended/query_kernel"),
          parameter("attended/query_bias"),
          parameter("attended/key_kernel"),
          parameter("attended/key_bias"),
          parameter("attended/value_kernel"),
          parameter("attended/value_bias"),
          parameter("attended/output_kernel"),
          parameter("attended/output_bias"));
    }

    /**
     * Weights of {@code sum}.
     */
    public Sum sum() {
      return new Sum(
          parameter("sum/scale"),
          parameter("sum/shift"));
    }

    /**
     * Weights of {@code block}.
     */
    public Block block() {
      return new Block(
          parameter("block/query_kernel"),
          parameter("block/query_bias"),
          parameter("block/key_kernel"),
          parameter("block/key_bias"),
          parameter("block/value_kernel"),
          parameter("block/value_bias"),
          parameter("block/output_kernel"),
          parameter("block/output_bias"),
          parameter("block/norm1_scale"),
          parameter("block/norm1_shift"),
          parameter("block/dense1_kernel"),
          parameter("block/dense1_bias"),
          parameter("block/dense2_kernel"),
          parameter("block/dense2_bias"),
          parameter("block/norm2_scale"),
          parameter("block/norm2_shift"));
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
   * Weights of {@code attended}.
   *
   * @param queryKernel [16, 16]
   * @param queryBias [16]
   * @param keyKernel [16, 16]
   * @param keyBias [16]
   * @param valueKernel [16, 16]
   * @param valueBias [16]
   * @param outputKernel [16, 16]
   * @param outputBias [16]
   */
  public record Attended(Parameter queryKernel, Parameter queryBias, Parameter keyKernel,
      Parameter keyBias, Parameter valueKernel, Parameter valueBias, Parameter outputKernel,
      Parameter outputBias) {
  }

  /**
   * Weights of {@code sum}.
   *
   * @param scale [16]
   * @param shift [16]
   */
  public record Sum(Parameter scale, Parameter shift) {
  }

  /**
   * Weights of {@code block}.
   *
   * @param queryKernel [16, 16]
   * @param queryBias [16]
   * @param keyKernel [16, 16]
   * @param keyBias [16]
   * @param valueKernel [16, 16]
   * @param valueBias [16]
   * @param outputKernel [16, 16]
   * @param outputBias [16]
   * @param norm1Scale [16]
   * @param norm1Shift [16]
   * @param dense1Kernel [16, 32]
   * @param dense1Bias [32]
   * @param dense2Kernel [32, 16]
   * @param dense2Bias [16]
   * @param norm2Scale [16]
   * @param norm2Shift [16]
   */
  public record Block(Parameter queryKernel, Parameter queryBias, Parameter keyKernel,
      Parameter keyBias, Parameter valueKernel, Parameter valueBias, Parameter outputKernel,
      Parameter outputBias, Parameter norm1Scale, Parameter norm1Shift, Parameter dense1Kernel,
      Parameter dense1Bias, Parameter dense2Kernel, Parameter dense2Bias, Parameter norm2Scale,
      Parameter norm2Shift) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [16, 4]
   * @param bias [4]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
