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
 * The network of {@link FashionNet}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class FashionNetModel extends Model {
  private FashionNetModel(FashionNetHyperparameters hyper, Settings settings) {
    super(new FashionNetTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static FashionNetModel create() {
    return create(FashionNetHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static FashionNetModel create(Settings settings) {
    return create(FashionNetHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static FashionNetModel create(FashionNetHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static FashionNetModel create(FashionNetHyperparameters hyper, Settings settings) {
    return new FashionNetModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static FashionNetModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static FashionNetModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<FashionNetModel> type() {
    return ModelType.of(
        FashionNetModel.class,
        FashionNetHyperparameters.defaults().toMap(),
        numbers -> new FashionNetTraining(FashionNetHyperparameters.of(numbers)),
        (numbers, settings) -> create(FashionNetHyperparameters.of(numbers), settings));
  }

  /**
   * Probabilities of the 10 classes, a row per row.
   *
   * @param rows any number of rows, each of shape [28, 28, 1] flattened, the last dimension fastest
   */
  public float[][] predict(float[][] rows) {
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
     * Weights of {@code block1}.
     */
    public Block1 block1() {
      return new Block1(
          parameter("block1/kernel"),
          parameter("block1/scale"),
          parameter("block1/shift"),
          parameter("block1/mean"),
          parameter("block1/variance"));
    }

    /**
     * Weights of {@code block2}.
     */
    public Block2 block2() {
      return new Block2(
          parameter("block2/kernel"),
          parameter("block2/scale"),
          parameter("block2/shift"),
          parameter("block2/mean"),
          parameter("block2/variance"));
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
   * Weights of {@code block1}.
   *
   * @param kernel [3, 3, 1, 32]
   * @param scale [32]
   * @param shift [32]
   * @param mean [32]
   * @param variance [32]
   */
  public record Block1(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code block2}.
   *
   * @param kernel [3, 3, 32, 64]
   * @param scale [64]
   * @param shift [64]
   * @param mean [64]
   * @param variance [64]
   */
  public record Block2(Parameter kernel, Parameter scale, Parameter shift, Parameter mean,
      Parameter variance) {
  }

  /**
   * Weights of {@code head}.
   *
   * @param kernel [1600, 128]
   * @param bias [128]
   */
  public record Head(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code logits}.
   *
   * @param kernel [128, 10]
   * @param bias [10]
   */
  public record Logits(Parameter kernel, Parameter bias) {
  }
}
