package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.engine.TargetPort;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Evaluation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Models of one class that predict together. They are trained by {@link Members}:
 *
 * <pre>{@code
 * try (Ensemble<FashionNetModel> ensemble = Ensemble.of(5, FashionNetModel.type()).bagging(train, Fit.epochs(10))) {
 *   EnsemblePrediction prediction = ensemble.predict(test);   // mean(), spread(), votes()
 *   Evaluation together = ensemble.evaluate(test);
 *   ensemble.save(Path.of("fashion-ensemble"));
 * }
 * }</pre>
 *
 * It owns its members: closing it closes them.
 */
public final class Ensemble<M extends Model> implements AutoCloseable {
    private final List<M> members;
    private final NetworkPlan network;
    private final Combination combination;
    private final Optional<Evaluation> outOfBag;

    Ensemble(List<M> members, NetworkPlan network, Combination combination, Optional<Evaluation> outOfBag) {
        this.members = List.copyOf(members);
        this.network = network;
        this.combination = combination;
        this.outOfBag = outOfBag;
    }

    /**
     * Says which models to train.
     *
     * @param members how many, at least 1
     * @param type of a generated class: {@code XModel.type()}
     * @throws IllegalArgumentException if there are none
     */
    public static <M extends Model> Members<M> of(int members, ModelType<M> type) {
        return new Members<>(members, type);
    }

    /** The members, in the order they were trained. They belong to the ensemble: do not close them. */
    public List<M> members() {
        return members;
    }

    /**
     * What each member counts in a vote; those of boosting differ, of other ensembles, and of boosted regression, each is 1.
     */
    public List<Double> weights() {
        return combination instanceof Combination.Votes votes
                ? votes.weights()
                : members.stream().map(any -> 1.0).toList();
    }

    /**
     * Predictions of rows, whose targets, if any, are not looked at; of the first output where there are several.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public EnsemblePrediction predict(Dataset data) {
        return predictAll(data).get(0);
    }

    /** Predictions, output by output. */
    public List<EnsemblePrediction> predictAll(Dataset data) {
        Objects.requireNonNull(data, "the data is null; give some");
        return combined(
                network,
                combination,
                members.stream().map(member -> member.outputs(data)).toList());
    }

    /** What the ensemble says as one, output by output: {@link EnsemblePrediction#mean} of each. */
    public List<float[][]> outputs(Dataset data) {
        return means(predictAll(data));
    }

    /**
     * Loss and metrics of the ensemble, those that its models report: of what the members say together. The loss is the task's, with its label
     * smoothing; the penalty is that of weights, the mean over the members.
     *
     * @throws IllegalArgumentException if the data does not fit the network
     */
    public Evaluation evaluate(Dataset data) {
        return evaluation(members, data, outputs(data));
    }

    /** Of what members have said together. */
    static Evaluation evaluation(List<? extends Model> members, Dataset data, List<float[][]> said) {
        Evaluation together = members.get(0).evaluate(data, said);
        double penalty = members.stream().mapToDouble(Model::penalty).average().orElseThrow();
        return new Evaluation(together.loss(), penalty, together.metrics(), together.rows());
    }

    /** Of bagging: the evaluation of each training row by the members whose sample does not have it; empty of other ensembles. */
    public Optional<Evaluation> outOfBag() {
        return outOfBag;
    }

    /** How many members there are, how they are put together, and what a member is. */
    public String summary() {
        String weighed = combination instanceof Combination.Votes votes ? ", weights " + votes.weights() : "";
        return members.size() + " members, combined by " + combination.kind() + weighed + ", each:\n\n"
                + members.get(0).summary();
    }

    /**
     * Saves it as a folder: a list, {@value EnsembleFolder#LIST}, and each member as a folder that {@code XModel.load} takes, too. One that was
     * saved there before is there until the new one is whole.
     *
     * @throws IllegalArgumentException if the folder holds anything else
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path folder) {
        EnsembleFolder.write(folder, network.name(), combination, outOfBag, members);
    }

    /**
     * Loads one that was saved.
     *
     * @param type the class of its members
     * @throws io.regulus.save.SaveFormatException if there is no whole ensemble in the folder
     * @throws io.regulus.save.IncompatibleModelException if it is one of another class
     */
    public static <M extends Model> Ensemble<M> load(Path folder, ModelType<M> type) {
        return load(folder, type, Settings.defaults());
    }

    /** Loads one whose members run as the settings say; seeds are those that were saved. */
    public static <M extends Model> Ensemble<M> load(Path folder, ModelType<M> type, Settings settings) {
        EnsembleFolder.Saved saved = EnsembleFolder.read(folder);
        List<M> members = new ArrayList<>();
        return closingOnFailure(members, () -> {
            saved.members().forEach(member -> members.add(type.load(member, settings)));
            return new Ensemble<>(members, type.plan(Map.of()), saved.combination(), saved.outOfBag());
        });
    }

    /** Frees the native memory of all members. A second call does nothing. */
    @Override
    public void close() {
        members.forEach(Model::close);
    }

    static List<EnsemblePrediction> combined(
            NetworkPlan network, Combination combination, List<List<float[][]>> byMember) {
        List<EnsemblePrediction> all = new ArrayList<>();
        for (int i = 0; i < network.outputs().size(); i++) {
            int output = i;
            all.add(new EnsemblePrediction(
                    byMember.stream().map(member -> member.get(output)).toList(),
                    combination,
                    network.outputs().get(i).target() instanceof TargetPort.Classes));
        }
        return all;
    }

    static List<float[][]> means(List<EnsemblePrediction> predictions) {
        return predictions.stream().map(EnsemblePrediction::mean).toList();
    }

    /** Runs what makes members; where it fails those that there are already are closed. */
    static <R> R closingOnFailure(List<? extends Model> made, Supplier<R> making) {
        try {
            return making.get();
        } catch (RuntimeException | Error failure) {
            made.forEach(Model::close);
            throw failure;
        }
    }
}
