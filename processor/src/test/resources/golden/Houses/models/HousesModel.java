package models;

import io.regulus.data.DataStream;
import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.model.Parameter;
import io.regulus.model.TypedRows;
import io.regulus.rows.Target;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.MonteCarlo;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Houses}: create it, fit it, ask it, save it, close it.
 */
@SuppressWarnings("exports")
@Generated("io.regulus.processor.RegulusProcessor")
public final class HousesModel extends Model {
  private static final ModelType.Rows<Houses.House> RECORD = new ModelType.Rows<>(
      Houses_HouseRows.schema(), new Target.Amounts());

  private final TypedRows<Houses.House> rows = rows(RECORD);

  private HousesModel(HousesHyperparameters hyper, Settings settings) {
    super(new HousesTraining(hyper), settings);
  }

  /**
   * A new network with the numbers as annotated.
   */
  public static HousesModel create() {
    return create(HousesHyperparameters.defaults());
  }

  /**
   * A new network with the numbers as annotated, and another seed or other threads.
   */
  public static HousesModel create(Settings settings) {
    return create(HousesHyperparameters.defaults(), settings);
  }

  /**
   * A new network with other numbers.
   */
  public static HousesModel create(HousesHyperparameters hyper) {
    return create(hyper, Settings.defaults());
  }

  /**
   * A new network with other numbers, seed or threads.
   */
  public static HousesModel create(HousesHyperparameters hyper, Settings settings) {
    return new HousesModel(hyper, settings);
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static HousesModel load(Path folder) {
    return load(folder, Settings.defaults());
  }

  /**
   * A network as it was saved: weights, state of the optimizer, step, numbers and seed.
   *
   * @param settings threads; the seed is that of the saved model
   * @throws io.regulus.save.SaveFormatException if there is no whole saved model in the folder
   * @throws io.regulus.save.IncompatibleModelException if it is that of another network
   */
  public static HousesModel load(Path folder, Settings settings) {
    return type().load(folder, settings);
  }

  /**
   * This class as a value, for what makes models of any class: searches, clusters, servers.
   */
  public static ModelType<HousesModel> type() {
    return ModelType.of(
        HousesModel.class,
        HousesHyperparameters.defaults().toMap(),
        numbers -> new HousesTraining(HousesHyperparameters.of(numbers)),
        (numbers, settings) -> create(HousesHyperparameters.of(numbers), settings))
        .withRows(RECORD);
  }

  /**
   * Trains on rows. The first time it learns from them how they are encoded, but for those that are only validated on.
   *
   * @param fit epochs, batch size and the like
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public History fit(List<Houses.House> data, Fit fit) {
    return rows.fit(data, fit);
  }

  /**
   * Trains on rows. The first time it learns from them how they are encoded, but for those that are only validated on.
   *
   * @param validation what is validated on after every epoch
   * @param fit epochs, batch size and the like
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public History fit(List<Houses.House> data, List<Houses.House> validation, Fit fit) {
    return rows.fit(data, validation, fit);
  }

  /**
   * Learns scales, fillings and categories from rows, in the place of what was learned before. The first {@code fit} does so by itself.
   *
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public void learn(List<Houses.House> data) {
    rows.learn(data);
  }

  /**
   * Rows as the network reads and learns them.
   *
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public Dataset encode(List<Houses.House> data) {
    return rows.encode(data);
  }

  /**
   * Rows that need not fit in memory, to train and evaluate on; {@code learn} comes first.
   *
   * @param data makes a new Java stream for each pass, which is closed at its end
   * @throws IllegalStateException if it has not been learned how rows are encoded
   */
  public DataStream stream(Supplier<Stream<Houses.House>> data) {
    return rows.stream(data);
  }

  /**
   * Loss and metrics on rows.
   *
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public Evaluation evaluate(List<Houses.House> data) {
    return rows.evaluate(data);
  }

  /**
   * What is predicted, in the units of the labels, row by row.
   *
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public float[] predict(List<Houses.House> data) {
    return firstColumn(rows.values(data));
  }

  /**
   * What is predicted, in the units of the labels, of one row.
   *
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public float predict(Houses.House row) {
    return predict(Collections.singletonList(row))[0];
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, over several passes (Monte-Carlo dropout), row by row.
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public MonteCarlo<float[]> monteCarlo(List<Houses.House> data, int passes) {
    return rows.monteCarloValues(data, passes).map(HousesModel::firstColumn);
  }

  /**
   * Mean and spread of what {@code predict} would say with dropout and other noise on, over several passes (Monte-Carlo dropout), of one row.
   *
   * @param passes how many times each row is predicted; 30 to 100 are usual
   * @throws IllegalStateException if no layer has noise
   * @throws IllegalArgumentException naming row, component and cure, if a row has what the record's annotations refuse
   */
  public MonteCarlo<Float> monteCarlo(Houses.House row, int passes) {
    return monteCarlo(Collections.singletonList(row), passes).map(one -> one[0]);
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
     * Weights of {@code districtEmbedding}.
     */
    public DistrictEmbedding districtEmbedding() {
      return new DistrictEmbedding(
          parameter("districtEmbedding/embedding"));
    }

    /**
     * Weights of {@code hidden}.
     */
    public Hidden hidden() {
      return new Hidden(
          parameter("hidden/kernel"),
          parameter("hidden/bias"));
    }

    /**
     * Weights of {@code price}.
     */
    public Price price() {
      return new Price(
          parameter("price/kernel"),
          parameter("price/bias"));
    }
  }

  /**
   * Weights of {@code districtEmbedding}.
   *
   * @param embedding [502, 4]
   */
  public record DistrictEmbedding(Parameter embedding) {
  }

  /**
   * Weights of {@code hidden}.
   *
   * @param kernel [17, 16]
   * @param bias [16]
   */
  public record Hidden(Parameter kernel, Parameter bias) {
  }

  /**
   * Weights of {@code price}.
   *
   * @param kernel [16, 1]
   * @param bias [1]
   */
  public record Price(Parameter kernel, Parameter bias) {
  }
}
