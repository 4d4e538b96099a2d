package io.regulus.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One step of training as ops. In this order: gradients of data loss and penalty, the check that both are finite, clipping,
 * decoupled decay, the optimizer's update, soft thresholds, moving statistics, the step's number.
 *
 * <p>Every change waits for the check, so that a step with a NaN or infinite loss or gradient fails as a whole and leaves
 * every variable as it was.
 *
 * @param heads the outputs with their losses
 * @param loss data loss of the batch over all outputs, a scalar
 * @param penalty all penalty terms, a scalar; computed only where fetched
 * @param terms the penalty's terms, for reports
 * @param decayed names of the weights under decoupled decay, for reports
 * @param update run this to take the step
 * @param learningRate the rate of the step
 * @param gradients gradient by name of the weight: of the data loss and the penalty, but of its L2 terms only where the
 *     update does not add them itself
 */
public record TrainingStep(
        List<Head> heads,
        Operand<TFloat32> loss,
        Operand<TFloat32> penalty,
        List<Penalty.Term> terms,
        List<String> decayed,
        Op update,
        Rate learningRate,
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
        private Set<Weight> decayed = Set.of();
        private double weightDecay;
        private Optional<Clipping> clipping = Optional.empty();

        private Builder(Pass pass, List<Head> heads, Penalty penalty) {
            this.pass = pass;
            this.heads = List.copyOf(heads);
            this.penalty = penalty;
        }

        /** Decoupled decay of these weights: w -= lr * coefficient * w before the update. */
        public Builder decay(List<Weight> weights, double coefficient) {
            this.decayed = new LinkedHashSet<>(weights);
            this.weightDecay = coefficient;
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
            Operand<TFloat32> loss = Head.total(pass, heads);
            Optional<Optimizer.Fused> fused = pass.kernels() ? optimizer.fused() : Optional.empty();
            // what is clipped is the whole gradient, so that no part of it can be left to the update then
            boolean l2InUpdate = fused.isPresent() && clipping.isEmpty();
            StepGradients gradients = StepGradients.of(pass, heads, penalty, weights, !l2InUpdate);
            StepGradients clipped =
                    clipping.map(limit -> gradients.clipped(tf, limit)).orElse(gradients);
            Ops sound = tf.withControlDependencies(gradients.checked(tf, loss));
            Operand<TFloat32> rate = pass.learningRate(learningRate).value();
            Optimizer.Rates rates = new Optimizer.Rates(pass, rate);
            Map<Weight, Op> updated = fused.map(kernel -> atOnce(sound, kernel, changes(clipped, l2InUpdate), rates))
                    .orElseGet(() -> oneByOne(sound, optimizer, clipped, rates));
            updated.putAll(rowByRow(sound, optimizer, clipped, rates));
            List<Op> updates = new ArrayList<>(new LinkedHashSet<>(updated.values()));
            for (Penalty.Threshold threshold : penalty.thresholds()) {
                updates.add(
                        soften(tf, clipped.of(threshold.weight()), threshold, updated.get(threshold.weight()), rate));
            }
            for (Function<Ops, Op> update : pass.updates()) {
                updates.add(update.apply(sound));
            }
            Op counted = tf.withControlDependencies(updates)
                    .assignAddVariableOp(pass.step().handle(), tf.constant(1L));
            List<String> decayedNames = weightDecay == 0
                    ? List.of()
                    : decayed.stream().map(Weight::name).toList();
            return new TrainingStep(
                    heads,
                    loss,
                    penalty.sum(),
                    penalty.terms(),
                    decayedNames,
                    counted,
                    new Rate((float) learningRate, rate),
                    gradients.byName(tf));
        }

        private List<Optimizer.Change> changes(StepGradients gradients, boolean withL2) {
            List<Optimizer.Change> changes = new ArrayList<>();
            for (StepGradients.Gradient gradient : gradients.whole()) {
                Weight weight = gradient.weight();
                double l2 = withL2 ? penalty.l2(weight) : 0;
                changes.add(new Optimizer.Change(weight, gradient.value(), l2, decay(weight)));
            }
            return changes;
        }

        private static Map<Weight, Op> atOnce(
                Ops tf, Optimizer.Fused kernel, List<Optimizer.Change> changes, Optimizer.Rates rates) {
            Map<Weight, Op> updated = new LinkedHashMap<>();
            if (!changes.isEmpty()) {
                Op update = kernel.update(tf, changes, rates);
                changes.forEach(change -> updated.put(change.weight(), update));
            }
            return updated;
        }

        private Map<Weight, Op> oneByOne(Ops tf, Optimizer optimizer, StepGradients gradients, Optimizer.Rates rates) {
            Map<Weight, Op> updated = new LinkedHashMap<>();
            for (StepGradients.Gradient gradient : gradients.whole()) {
                Weight weight = gradient.weight();
                Ops ready = decayedFirst(tf, weight, rates.learningRate());
                updated.put(weight, optimizer.update(ready, weight, gradient.value(), rates));
            }
            return updated;
        }

        /** The same for tables, on the rows that the batch has read. */
        private Map<Weight, Op> rowByRow(Ops tf, Optimizer optimizer, StepGradients gradients, Optimizer.Rates rates) {
            Map<Weight, Op> updated = new LinkedHashMap<>();
            gradients.ofRows().forEach((rows, gradient) -> {
                Ops ready = decayedFirst(tf, rows, rates.learningRate());
                updated.put(rows.table(), optimizer.update(ready, rows, gradient, rates));
            });
            return updated;
        }

        private double decay(Weight weight) {
            return decayed.contains(weight) ? weightDecay : 0;
        }

        /** Where the update of a weight is to be built: after its decay, if it has any. */
        private Ops decayedFirst(Ops tf, Weight weight, Operand<TFloat32> rate) {
            if (decay(weight) == 0) {
                return tf;
            }
            Operand<TFloat32> factor = tf.math.mul(rate, tf.constant((float) weightDecay));
            Op decay = tf.train.resourceApplyGradientDescent(weight.handle(), factor, weight);
            return tf.withControlDependencies(decay);
        }

        private Ops decayedFirst(Ops tf, TableRows rows, Operand<TFloat32> rate) {
            if (decay(rows.table()) == 0) {
                return tf;
            }
            Operand<TFloat32> factor = tf.math.mul(rate, tf.constant((float) weightDecay));
            Operand<TFloat32> w = rows.read(tf);
            return tf.withControlDependencies(rows.write(tf, tf.math.sub(w, tf.math.mul(w, factor))));
        }

        /** w = sign(w) * max(|w| - lr * coefficient, 0), on the weight as the optimizer left it. */
        private static Op soften(
                Ops tf,
                StepGradients.Gradient gradient,
                Penalty.Threshold threshold,
                Op update,
                Operand<TFloat32> rate) {
            Weight weight = threshold.weight();
            Ops after = tf.withControlDependencies(update);
            Operand<TFloat32> value =
                    gradient.rows().map(rows -> rows.read(after)).orElseGet(() -> weight.readAfter(tf, update));
            Operand<TFloat32> distance = tf.math.mul(rate, tf.constant((float) threshold.coefficient()));
            Operand<TFloat32> shrunk = tf.math.maximum(tf.math.sub(tf.math.abs(value), distance), tf.constant(0f));
            Operand<TFloat32> softened = tf.math.mul(tf.math.sign(value), shrunk);
            return gradient.rows()
                    .map(rows -> rows.write(tf, softened))
                    .orElseGet(() -> tf.assignVariableOp(weight.handle(), softened));
        }
    }
}
