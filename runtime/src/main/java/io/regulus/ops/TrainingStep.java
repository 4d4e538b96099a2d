package io.regulus.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One step of training as ops. In this order: gradients of data loss and penalty, the check that both are finite, clipping,
 * decoupled decay, the optimizer's update, soft thresholds, constraints, moving statistics, moving averages, the step's number.
 * A constraint comes after a soft threshold, whose zeros it keeps: so both hold after the step.
 *
 * <p>Every change waits for the check, so that a step with a NaN or infinite loss or gradient fails as a whole and leaves
 * every variable as it was. Where a step takes several batches each is checked by itself before it is taken in, and their mean before
 * the update.
 *
 * @param heads the outputs with their losses, on the inputs as they are
 * @param loss data loss of the batch over all outputs, of a second run too, a scalar
 * @param penalty all penalty terms of weights, a scalar; computed only where fetched
 * @param activityPenalty what the penalties on the outputs of layers come to on the batch, a scalar; empty where there are none
 * @param penaltyApart whether a term falls on a table, which an update changes without waiting for a read of it as a whole: the
 *     penalty before the step is known only by a run before it
 * @param terms the penalty's terms, for reports
 * @param termValues what each of them adds, scalars in the same order; computed only where fetched
 * @param decay coefficients of the decoupled decay by name of the weight, for reports
 * @param rateFactors what the learning rate is multiplied by, by name of the weight, where that is not 1; for reports
 * @param batches where a step takes several batches: what takes one of them in
 * @param update run this to take the step; it needs no batch where batches are taken in before
 * @param learningRate the rate of the step
 * @param gradientSquares of all values of all gradients, summed up, before any clipping, a scalar
 * @param gradients gradient by name of the weight: of the data loss and the penalty, but of its L2 terms only where the
 *     update does not add them itself
 */
public record TrainingStep(
        List<Head> heads,
        Operand<TFloat32> loss,
        Operand<TFloat32> penalty,
        Optional<Operand<TFloat32>> activityPenalty,
        boolean penaltyApart,
        List<Penalty.Term> terms,
        List<Operand<TFloat32>> termValues,
        Map<String, Double> decay,
        Map<String, Double> rateFactors,
        Optional<Batches> batches,
        Op update,
        Rate learningRate,
        Operand<TFloat32> gradientSquares,
        Map<String, Operand<TFloat32>> gradients) {
    /** Name of the variable that counts steps. */
    public static final String STEP = "training/step";

    /** Name of the variable that holds the learning rate. */
    public static final String LEARNING_RATE = "training/learning_rate";

    /**
     * The learning rate of a step.
     *
     * @param initial what the variable starts with
     * @param value what the step takes: the variable's value, or what is fed in its place
     */
    public record Rate(float initial, Operand<TFloat32> value) {}

    /**
     * What takes a batch in, of those that a step takes: its gradients are added up, and moving statistics follow it.
     *
     * @param begin for the first batch of a step, which forgets what was added up before
     * @param add for those that follow
     */
    public record Batches(Op begin, Op add) {
        private static Batches of(Pass pass, GradientSums sums, Ops sound) {
            Ops tf = pass.tf();
            Op moved = tf.withControlDependencies(pass.statisticUpdates(sound)).noOp();
            return new Batches(all(tf, moved, sums.begin(sound)), all(tf, moved, sums.add(sound)));
        }

        private static Op all(Ops tf, Op moved, List<Op> sums) {
            List<Op> all = new ArrayList<>(sums);
            all.add(moved);
            return tf.withControlDependencies(all).noOp();
        }
    }

    /** Starts a step from what the network says of a batch. */
    public static Builder of(Pass pass, Operand<TFloat32> outputs, Loss loss, Penalty penalty) {
        return of(pass, List.of(Head.only(outputs, loss)), penalty);
    }

    /** Starts a step from what the outputs of a network say of a batch. */
    public static Builder of(Pass pass, List<Head> heads, Penalty penalty) {
        return new Builder(pass, heads, penalty);
    }

    /** Gathers the parts of a step. */
    public static final class Builder {
        private final Pass pass;
        private final List<Head> heads;
        private final Penalty penalty;
        private final Map<Weight, Double> decay = new LinkedHashMap<>();
        private RateFactors factors = new RateFactors();
        private Constraints constraints = new Constraints();
        private OptionalDouble averageDecay = OptionalDouble.empty();
        private Optional<Clipping> clipping = Optional.empty();
        private Optional<Attack> attack = Optional.empty();
        private Optional<RDrop> rDrop = Optional.empty();
        private Optional<Sharpness> sharpness = Optional.empty();

        private Builder(Pass pass, List<Head> heads, Penalty penalty) {
            this.pass = pass;
            this.heads = List.copyOf(heads);
            this.penalty = penalty;
        }

        /** Decoupled decay of these weights: w -= lr * coefficient * w before the update; none where it is 0. */
        public Builder decay(List<Weight> weights, double coefficient) {
            if (coefficient != 0) {
                weights.forEach(weight -> decay.put(weight, coefficient));
            }
            return this;
        }

        /** Learning rates that are not the same for all weights. */
        public Builder rateFactors(RateFactors byWeight) {
            this.factors = byWeight;
            return this;
        }

        /** What is to hold of weights after each update. */
        public Builder constrain(Constraints ofWeights) {
            this.constraints = ofWeights;
            return this;
        }

        /** Moving averages of all weights and moving statistics, which follow them at the end of the step. */
        public Builder average(double weightOfOld) {
            this.averageDecay = OptionalDouble.of(weightOfOld);
            return this;
        }

        /**
         * Adversarial training: the data loss becomes (1 - weight) * J(x) + weight * J(x + epsilon * sign(dJ/dx)).
         *
         * @param again runs the layers once more, on the inputs as the attack changes them
         * @param weight in [0, 1]; where it is 0 the layers do not run again
         */
        public Builder adversarial(Supplier<List<Head>> again, double epsilon, double weight) {
            this.attack = weight == 0 ? Optional.empty() : Optional.of(new Attack(again, epsilon, weight));
            return this;
        }

        /**
         * R-Drop: the data loss becomes the mean of that of two runs with different masks, and alpha times how far they are apart.
         *
         * @param again runs the layers once more
         * @param agreements how that is measured, output by output
         * @param alpha 0 or more; where it is 0 the layers do not run again
         */
        public Builder rDrop(Supplier<List<Head>> again, List<Agreement> agreements, double alpha) {
            this.rDrop = alpha == 0 ? Optional.empty() : Optional.of(new RDrop(again, agreements, alpha));
            return this;
        }

        /**
         * Sharpness-aware minimisation: the gradient of the data loss is that at w + rho * g / |g|, with g that at w.
         *
         * @param again declares the layers once more, at other weights, and runs them
         * @param rho 0 or more; where it is 0 the layers do not run again
         */
        public Builder sam(Supplier<List<Head>> again, double rho) {
            this.sharpness = rho == 0 ? Optional.empty() : Optional.of(new Sharpness(again, rho));
            return this;
        }

        /** A limit to the gradients of data loss and penalty. */
        public Builder clip(Clipping limit) {
            this.clipping = Optional.of(limit);
            return this;
        }

        /**
         * Completes the step.
         *
         * @param weights what is trained
         * @param learningRate its initial value; later it is whatever the variable holds
         * @param optimizer the rule of the update
         */
        public TrainingStep minimize(List<Weight> weights, double learningRate, Optimizer optimizer) {
            Ops tf = pass.tf();
            List<Head> minimised = attack.map(fgsm -> fgsm.minimised(pass, heads))
                    .or(() -> rDrop.map(runs -> runs.minimised(pass, heads)))
                    .orElse(heads);
            Optional<Optimizer.Fused> fused = pass.kernels() ? optimizer.fused() : Optional.empty();
            // what is clipped is the whole gradient, so that no part of it can be left to the update then
            boolean l2InUpdate = fused.isPresent() && clipping.isEmpty();
            List<Operand<TFloat32>> losses = new ArrayList<>();
            losses.add(Head.total(pass, minimised));
            if (heads.size() > 1) {
                heads.forEach(head -> losses.add(head.loss().value()));
            }
            Optional<Operand<TFloat32>> ofActivities = pass.activityPenalty();
            ofActivities.ifPresent(losses::add);
            boolean several = pass.batchOfStep().isPresent();
            // where batches are added up the penalty comes to their mean
            Penalty inBatch = several ? new Penalty(tf) : penalty;
            List<Op> checks = new ArrayList<>();
            StepGradients ofBatch = sharpness
                    .map(sharp -> {
                        StepGradients here = StepGradients.of(pass, minimised, new Penalty(tf), weights, false, losses);
                        checks.add(here.checked(tf));
                        return StepGradients.of(pass, sharp.there(pass, here), inBatch, weights, !l2InUpdate, List.of())
                                .withLosses(here.losses());
                    })
                    .orElseGet(() -> StepGradients.of(pass, minimised, inBatch, weights, !l2InUpdate, losses));
            checks.add(ofBatch.checked(tf));
            Operand<TFloat32> loss = ofBatch.losses().get(0);
            Optional<GradientSums> sums = several
                    ? Optional.of(new GradientSums(
                            pass, ofBatch, pass.shard().total(tf, heads.get(0).outputs())))
                    : Optional.empty();
            StepGradients gradients = sums.map(all -> all.means().plus(pass, penalty, !l2InUpdate))
                    .orElse(ofBatch);
            StepGradients clipped =
                    clipping.map(limit -> gradients.clipped(tf, limit)).orElse(gradients);
            Ops sound = tf.withControlDependencies(several ? List.of(gradients.checked(tf)) : checks);
            Operand<TFloat32> rate = pass.learningRate(learningRate).value();
            WeightUpdates updates = new WeightUpdates(pass, sound, rate, decay, factors);
            fused.ifPresentOrElse(
                    kernel -> updates.update(kernel, clipped, l2InUpdate ? Optional.of(penalty) : Optional.empty()),
                    () -> updates.update(optimizer, clipped));
            updates.updateRows(optimizer, clipped);
            penalty.thresholds().forEach(updates::soften);
            constraints.all().forEach(held -> updates.project(held.weight(), held.projection()));
            List<Op> changes = updates.all();
            if (!several) {
                changes.addAll(pass.statisticUpdates(sound));
            }
            for (Function<Ops, Op> update : pass.updates()) {
                changes.add(update.apply(sound));
            }
            averageDecay.ifPresent(old -> changes.addAll(MovingAverages.follow(pass, old, List.copyOf(changes))));
            Op counted = tf.withControlDependencies(changes)
                    .assignAddVariableOp(pass.step().handle(), tf.constant(1L));
            return new TrainingStep(
                    withLosses(ofBatch.losses()),
                    loss,
                    penalty.sum(),
                    ofActivities.map(here -> ofBatch.losses().get(losses.size() - 1)),
                    penalty.fallsOn(weight -> !pass.lookups(weight).isEmpty()),
                    penalty.terms(),
                    penalty.values(),
                    byName(decay),
                    factors.byName(),
                    sums.map(all -> Batches.of(pass, all, tf.withControlDependencies(checks))),
                    counted,
                    new Rate((float) learningRate, rate),
                    gradients.sumOfSquares(),
                    (several ? ofBatch.plus(pass, penalty, !l2InUpdate) : ofBatch).byName(tf));
        }

        /** The outputs of this process's rows, with the losses of the whole batch. */
        private List<Head> withLosses(List<Operand<TFloat32>> losses) {
            List<Head> reported = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                reported.add(heads.get(i).withLoss(losses.get(heads.size() == 1 ? 0 : i + 1)));
            }
            return reported;
        }

        private static Map<String, Double> byName(Map<Weight, Double> numbers) {
            Map<String, Double> byName = new LinkedHashMap<>();
            numbers.forEach((weight, number) -> byName.put(weight.name(), number));
            return byName;
        }
    }
}
