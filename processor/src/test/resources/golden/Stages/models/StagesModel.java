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
 * The network of {@link Stages}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class StagesModel extends Model {
  private StagesModel(StagesHyperparameters hyper, Settings settings) {
    super(new StagesTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static StagesModel create() {
    return create(StagesHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static StagesModel create(Settings settings) {
    return create(StagesHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static StagesModel create(StagesHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static StagesModel create(StagesHyperparameters hyper, Settings settings) {
    return new StagesModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static StagesModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static StagesModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<StagesModel> type() {
    return ModelType.of(
        StagesModel.class,
        StagesHyperparameters.defaults().toMap(),
        numbers -> new StagesTraining(StagesHyperparameters.of(numbers)),
        (numbers, settings) -> create(StagesHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 4 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [8, 8, 3] flattened, the last dimension fastest
   */
  public float[][] predict(float[][] rows) {
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
  public int[] classify(float[][] rows) {
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
  public MonteCarlo<float[][]> monteCarlo(float[][] rows, int passes) {
    return monteCarloOutputs(inputs().add("input", rows), passes).get(0);
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
     * Weights of {@code stem}.
     */
    public Stem stem() {
      return new Stem(
          parameter("stem/kernel"),
          parameter("stem/bias"));
    }

    /**
     * Weights of {@code stage1/0/narrow}.
     */
    public Stage1_0_narrow stage1_0_narrow() {
      return new Stage1_0_narrow(
          parameter("stage1/0/narrow/kernel"),
          parameter("stage1/0/narrow/scale"),
          parameter("stage1/0/narrow/shift"),
          parameter("stage1/0/narrow/mean"),
          parameter("stage1/0/narrow/variance"));
    }

    /**
     * Weights of {@code stage1/0/wide}.
     */
    public Stage1_0_wide stage1_0_wide() {
      return new Stage1_0_wide(
          parameter("stage1/0/wide/kernel"),
          parameter("stage1/0/wide/scale"),
          parameter("stage1/0/wide/shift"),
          parameter("stage1/0/wide/mean"),
          parameter("stage1/0/wide/variance"));
    }

    /**
     * Weights of {@code stage1/1/narrow}.
     */
    public Stage1_1_narrow stage1_1_narrow() {
      return new Stage1_1_narrow(
          parameter("stage1/1/narrow/kernel"),
          parameter("stage1/1/narrow/scale"),
          parameter("stage1/1/narrow/shift"),
          parameter("stage1/1/narrow/mean"),
          parameter("stage1/1/narrow/variance"));
    }

    /**
     * Weights of {@code stage1/1/wide}.
     */
    public Stage1_1_wide stage1_1_wide() {
      return new Stage1_1_wide(
          parameter("stage1/1/wide/kernel"),
          parameter("stage1/1/wide/scale"),
          parameter("stage1/1/wide/shift"),
          parameter("stage1/1/wide/mean"),
          parameter("stage1/1/wide/variance"));
    }

    /**
     * Weights of {@code stage2/down}.
     */
    public Stage2_down stage2_down() {
      return new Stage2_down(
          parameter("stage2/down/kernel"),
          parameter("stage2/down/bias"));
    }

    /**
     * Weights of {@code stage2/inner/0/narrow}.
     */
    public Stage2_inner_0_narrow stage2_inner_0_narrow() {
      return new Stage2_inner_0_narrow(
          parameter("stage2/inner/0/narrow/kernel"),
          parameter("stage2/inner/0/narrow/scale"),
          parameter("stage2/inner/0/narrow/shift"),
          parameter("stage2/inner/0/narrow/mean"),
          parameter("stage2/inner/0/narrow/variance"));
    }

    /**
     * Weights of {@code stage2/inner/0/wide}.
     */
    public Stage2_inner_0_wide stage2_inner_0_wide() {
      return new Stage2_inner_0_wide(
          parameter("stage2/inner/0/wide/kernel"),
          parameter("stage2/inner/0/wide/scale"),
          parameter("stage2/inner/0/wide/shift"),
          parameter("stage2/inner/0/wide/mean"),
          parameter("stage2/inner/0/wide/variance"));
    }

    /**
     * Weights of {@code stage2/inner/1/narrow}.
     */
    public Stage2_inner_1_narrow stage2_inner_1_narrow() {
      return new Stage2_inner_1_narrow(
          parameter("stage2/inner/1/narrow/kernel"),
          parameter("stage2/inner/1/narrow/scale"),
          parameter("stage2/inner/1/narrow/shift"),
          parameter("stage2/inner/1/narrow/mean"),
          parameter("stage2/inner/1/narrow/variance"));
    }

    /**
     * Weights of {@code stage2/inner/1/wide}.
     */
    public Stage2_inner_1_wide stage2_inner_1_wide() {
      return new Stage2_inner_1_wide(
          parameter("stage2/inner/1/wide/kernel"),
          parameter("stage2/inner/1/wide/scale"),
          parameter("stage2/inner/1/wide/shift"),
          parameter("stage2/inner/1/wide/mean"),
          parameter("stage2/inner/1/wide/variance"));
    }

    /**
     * Weights of {@code left}.
     */
    public Left left() {
      return new Left(
          parameter("left/kernel"),
          parameter("left/bias"));
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
   * Weights of {@code stem}.
   *
   * @param kernel [3, 3, 3, 4]
   * @param bias [4]
   */
  public record Stem(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code stage1/0/narrow}.
   *
   * @param kernel [1, 1, 4, 2]
   * @param scale [2]
   * @param shift [2]
   * @param mean [2]
   * @param variance [2]
   */
  public record Stage1_0_narrow(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code stage1/0/wide}.
   *
   * @param kernel [3, 3, 2, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record Stage1_0_wide(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code stage1/1/narrow}.
   *
   * @param kernel [1, 1, 4, 2]
   * @param scale [2]
   * @param shift [2]
   * @param mean [2]
   * @param variance [2]
   */
  public record Stage1_1_narrow(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code stage1/1/wide}.
   *
   * @param kernel [3, 3, 2, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record Stage1_1_wide(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code stage2/down}.
   *
   * @param kernel [3, 3, 4, 8]
   * @param bias [8]
   */
  public record Stage2_down(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code stage2/inner/0/narrow}.
   *
   * @param kernel [1, 1, 8, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record Stage2_inner_0_narrow(Parameter kernel, Parameter scale, Parameter shift,
      Parameter mean, Parameter variance) {
  }

  /**
   * Weights of {@code stage2/inner/0/wide}.
   *
   * @param kernel [3, 3, 4, 8]
   * @param scale [8]
   * @param shift [8]
   * @param mean [8]
   * @param variance [8]
   */
  public record Stage2_inner_0_wide(Parameter kernel, Parameter scale, Parameter shift,
      Parameter mean, Parameter variance) {
  }

  /**
   * Weights of {@code stage2/inner/1/narrow}.
   *
   * @param kernel [1, 1, 8, 4]
   * @param scale [4]
   * @param shift [4]
   * @param mean [4]
   * @param variance [4]
   */
  public record Stage2_inner_1_narrow(Parameter kernel, Parameter scale, Parameter shift,
      Parameter mean, Parameter variance) {
  }

  /**
   * Weights of {@code stage2/inner/1/wide}.
   *
   * @param kernel [3, 3, 4, 8]
   * @param scale [8]
   * @param shift [8]
   * @param mean [8]
   * @param variance [8]
   */
  public record Stage2_inner_1_wide(Parameter kernel, Parameter scale, Parameter shift,
      Parameter mean, Parameter variance) {
  }

  /**
   * Weights of {@code left}.
   *
   * @param kernel [8, 8]
   * @param bias [8]
   */
  public record Left(Parameter kernel, Parameter bias) {
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
