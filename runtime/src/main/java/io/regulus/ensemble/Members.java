package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The models of an {@link Ensemble} before they are trained: how many, of which class, with which numbers. Immutable, each setting returns a changed
 * copy. Members are trained one after the other; member i, from 0, has the seed of the settings plus i.
 *
 * <p>A fit is taken for each member as it is, with its callbacks, which start anew with every fit. It cannot have checkpoints, which are of one run.
 */
public final class Members<M extends Model> {
    private final int count;
    private final ModelType<M> type;
    private final Map<String, Double> hyperparameters;
    private final Settings settings;
    private final Map<String, String> attachments;

    Members(int count, ModelType<M> type) {
        this(count, type, Map.of(), Settings.defaults(), Map.of());
    }

    private Members(
            int count,
            ModelType<M> type,
            Map<String, Double> hyperparameters,
            Settings settings,
            Map<String, String> attachments) {
        if (count < 1) {
            throw new IllegalArgumentException("members = " + count + ": an ensemble has at least 1");
        }
        this.count = count;
        this.type = Objects.requireNonNull(type, "the type is null; give XModel.type()");
        this.hyperparameters = Map.copyOf(hyperparameters);
        this.settings = settings;
        this.attachments = Map.copyOf(attachments);
    }

    /**
     * With other numbers than annotated.
     *
     * @param numbers by name, as {@code XHyperparameters.toMap()} gives them; those not named are as annotated
     */
    public Members<M> hyperparameters(Map<String, Double> numbers) {
        return new Members<>(count, type, numbers, settings, attachments);
    }

    /** How the members run; the seed is that of the first. */
    public Members<M> settings(Settings how) {
        return new Members<>(count, type, hyperparameters, how, attachments);
    }

    /** What the first member's weights and masks, the bootstrap samples and, with the fit's seed, the order of rows depend on. */
    public Members<M> seed(long value) {
        return settings(settings.withSeed(value));
    }

    /** A text that every member keeps, such as how records are encoded: {@code attach("rows", house.attachment("rows").orElseThrow())}. */
    public Members<M> attach(String name, String text) {
        Map<String, String> more = new HashMap<>(attachments);
        more.put(name, text);
        return new Members<>(count, type, hyperparameters, settings, more);
    }

    /**
     * Deep ensemble (Lakshminarayanan et al., 2017): every member is trained on the same rows, from other initial weights, with other masks and in
     * another order. Predictions are means.
     *
     * @param data as for {@link Model#fit(Dataset, Fit)}
     * @throws RuntimeException as by that fit; no member is left open then
     */
    public Ensemble<M> seeds(Dataset data, Fit fit) {
        requireNoCheckpoints(fit);
        List<M> made = new ArrayList<>();
        return Ensemble.closingOnFailure(made, () -> {
            for (int i = 0; i < count; i++) {
                trained(made, data, fit);
            }
            return ensemble(made, new Combination.Mean());
        });
    }

    /**
     * Bagging (Breiman, 1996): every member is trained on a bootstrap sample, as many rows as there are, drawn with replacement. Predictions are
     * means; {@link Ensemble#outOfBag} is an estimate of how they do on other rows.
     *
     * @param data as for {@link Model#fit(Dataset, Fit)}
     * @param fit without a validation split, whose rows would be trained on as well
     * @throws IllegalArgumentException if the fit splits validation data off
     */
    public Ensemble<M> bagging(Dataset data, Fit fit) {
        requireNoCheckpoints(fit);
        requireNoSplit(
                fit,
                "rows drawn twice would be on both sides; the out-of-bag evaluation needs none, or give validateOn");
        return Bagging.train(this, data, fit);
    }

    /**
     * Snapshot ensemble (Huang et al., 2017): one fit, whose learning rate falls in as many cosine cycles as there are members, each from the full
     * rate to 0, rate(t) = rate / 2 * (cos(pi * t / c) + 1), t and c the steps done and all steps of a cycle; cycle k of n ends behind step k *
     * steps / n of the fit, rounded down; every member is the model at the end of one. Predictions are means. The schedule takes the place of that of the class. Where the fit ends before its epochs
     * do, there are as many members as cycles were completed, and the model as it then is.
     *
     * @param fit with as many epochs for all cycles together, at least one step for each
     * @throws IllegalArgumentException if the fit has a schedule of its own, or fewer steps than there are members, or inference of the network reads
     *     the mean of epochs
     */
    public Ensemble<M> snapshots(Dataset data, Fit fit) {
        requireNoCheckpoints(fit);
        if (fit.schedule().isPresent()) {
            throw new IllegalArgumentException(
                    "the fit has a schedule, and snapshots are taken at the ends of one of their own; leave schedule(...) out");
        }
        if (network().epochAverages().isPresent()) {
            throw new IllegalArgumentException(network().name()
                    + " has @StochasticWeightAveraging, whose mean over epochs is what its snapshots would all predict with; take it"
                    + " off, or train the members by seeds");
        }
        return Snapshots.train(this, data, fit);
    }

    /**
     * Boosting. Of a classifier SAMME (Hastie et al., 2009): every member is trained on all rows, weighted more where those before it were wrong, and
     * votes with the weight share * (log((1 - err) / err) + log(classes - 1)), err its weighted share of wrong training rows; scikit-learn's
     * {@code AdaBoostClassifier(algorithm="SAMME", learning_rate=share)}. It ends early with a member that makes no mistake, and without one that
     * is no better than chance.
     *
     * <p>Of a regressor L2 boosting (Friedman, 2001): it starts with the mean of the targets, and every member is trained on what is then left of
     * them, of which the share is added; validation data is taken likewise.
     *
     * @param data as for {@link Model#fit(Dataset, Fit)}; weights of its rows are what boosting starts with
     * @param fit without a validation split
     * @param share shrinkage, in (0, 1]; 1 for none
     * @throws IllegalArgumentException if the network has several outputs, the share is out of range, or the first member is no better than
     *     chance
     */
    public Ensemble<M> boosting(Dataset data, Fit fit, double share) {
        requireNoCheckpoints(fit);
        requireNoSplit(fit, "boosting looks at all rows it is given; give validateOn instead");
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share = " + share + ": must be in (0, 1]; 1 for no shrinkage");
        }
        return Boosting.train(this, data, fit, share);
    }

    private static void requireNoCheckpoints(Fit fit) {
        Objects.requireNonNull(fit, "fit is null; give one, such as Fit.epochs(5)");
        if (fit.checkpoints().isPresent()) {
            throw new IllegalArgumentException(
                    "the fit has checkpoints, which are of one run, and an ensemble takes one for each member; leave checkpoints(...) out");
        }
    }

    private static void requireNoSplit(Fit fit, String why) {
        if (fit.validationSplit() > 0) {
            throw new IllegalArgumentException("validationSplit = " + fit.validationSplit() + ": " + why);
        }
    }

    int count() {
        return count;
    }

    ModelType<M> type() {
        return type;
    }

    Settings settings() {
        return settings;
    }

    /** Makes the next member. */
    M next(List<M> made) {
        M member = type.create(hyperparameters, settings.withSeed(settings.seed() + made.size()));
        made.add(member);
        attachments.forEach(member::attach);
        return member;
    }

    /** Makes the next member and trains it. */
    M trained(List<M> made, Dataset data, Fit fit) {
        int number = made.size();
        M member = next(made);
        member.fit(data, fit.seed(fit.seed() + number));
        return member;
    }

    Ensemble<M> ensemble(List<M> made, Combination combination) {
        return new Ensemble<>(made, network(), combination, Optional.empty());
    }

    NetworkPlan network() {
        return type.plan(hyperparameters);
    }
}
