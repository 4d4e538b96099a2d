package io.regulus.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What becomes of each weight in a step: decoupled decay, the optimizer's update, soft threshold, each at the weight's own
 * learning rate. Each stage reads the weight as the one before left it.
 */
final class WeightUpdates {
    private final Pass pass;
    private final Ops sound;
    private final Operand<TFloat32> rate;
    private final Map<Weight, Double> decay;
    private final RateFactors factors;
    private final Map<Double, Optimizer.Rates> ratesByFactor = new LinkedHashMap<>();

    /** Of tables the rows that the step touches. */
    private final Map<Weight, TableRows> touched = new LinkedHashMap<>();

    /** The last op that changed a weight. */
    private final Map<Weight, Op> changed = new LinkedHashMap<>();

    /**
     * No updates yet.
     *
     * @param sound where ops are added that wait for the step to be known as sound
     * @param rate the learning rate, a scalar
     * @param decay coefficients of decoupled decay
     * @param factors of the rate
     */
    WeightUpdates(Pass pass, Ops sound, Operand<TFloat32> rate, Map<Weight, Double> decay, RateFactors factors) {
        this.pass = pass;
        this.sound = sound;
        this.rate = rate;
        this.decay = decay;
        this.factors = factors;
    }

    /** Every change of a weight so far. */
    List<Op> all() {
        return new ArrayList<>(new LinkedHashSet<>(changed.values()));
    }

    /** Decays and updates each weight, one after the other. */
    void update(Optimizer optimizer, StepGradients gradients) {
        for (StepGradients.Gradient gradient : gradients.whole()) {
            Weight weight = gradient.weight();
            Ops ready = optimizer.decays() ? sound : decayedFirst(weight);
            Updated updated = Updated.of(pass, weight, optimizer.decays() ? decay(weight) : 0);
            changed.put(weight, optimizer.update(ready, updated, gradient.value(), rates(weight)));
        }
    }

    /** The same for tables, on the rows that the batch has read. */
    void updateRows(Optimizer optimizer, StepGradients gradients) {
        gradients.ofRows().forEach((rows, gradient) -> {
            Weight table = rows.table();
            touched.put(table, rows);
            Ops ready = optimizer.decays() ? sound : decayedFirst(rows);
            RowsUpdate update = new RowsUpdate(pass, ready, rows, optimizer.decays() ? decay(table) : 0);
            changed.put(table, update.written(optimizer.update(ready, update, gradient, rates(table))));
        });
    }

    /**
     * Decays and updates all weights of one rate at once.
     *
     * @param l2 the penalty whose L2 terms the update adds itself; empty where the gradients have them
     */
    void update(Optimizer.Fused kernel, StepGradients gradients, Optional<Penalty> l2) {
        Map<Optimizer.Rates, List<Optimizer.Change>> byRate = new LinkedHashMap<>();
        for (StepGradients.Gradient gradient : gradients.whole()) {
            Weight weight = gradient.weight();
            double penalised = l2.map(penalty -> penalty.l2(weight)).orElse(0.0);
            byRate.computeIfAbsent(rates(weight), any -> new ArrayList<>())
                    .add(new Optimizer.Change(weight, gradient.value(), penalised, decay(weight)));
        }
        byRate.forEach((rates, changes) -> {
            Op update = kernel.update(sound, changes, rates);
            changes.forEach(change -> changed.put(change.weight(), update));
        });
    }

    /** w = sign(w) * max(|w| - lr * coefficient, 0). */
    void soften(Penalty.Threshold threshold) {
        Ops tf = pass.tf();
        Operand<TFloat32> lr = rates(threshold.weight()).learningRate();
        Operand<TFloat32> distance = tf.math.mul(lr, tf.constant((float) threshold.coefficient()));
        project(threshold.weight(), (ops, w) -> {
            Operand<TFloat32> shrunk = ops.math.maximum(ops.math.sub(ops.math.abs(w), distance), ops.constant(0f));
            return ops.math.mul(ops.math.sign(w), shrunk);
        });
    }

    /** Replaces a weight, as it is by now, by a function of it; of a table the rows that the step touches. */
    void project(Weight weight, Projection projection) {
        Ops tf = pass.tf();
        Op before = changed.get(weight);
        TableRows rows = touched.get(weight);
        if (rows == null) {
            Operand<TFloat32> value = weight.readAfter(tf, before);
            changed.put(weight, tf.assignVariableOp(weight.handle(), projection.of(tf, value)));
        } else {
            Operand<TFloat32> value = rows.read(tf.withControlDependencies(before));
            changed.put(weight, rows.write(tf, projection.of(tf, value)));
        }
    }

    /** A function of a weight's value. */
    @FunctionalInterface
    interface Projection {
        /** The value it becomes, of the same shape. */
        Operand<TFloat32> of(Ops tf, Operand<TFloat32> weight);
    }

    private double decay(Weight weight) {
        return decay.getOrDefault(weight, 0.0);
    }

    /** The numbers of the step for a weight; weights of equal factors share them. */
    private Optimizer.Rates rates(Weight weight) {
        return ratesByFactor.computeIfAbsent(factors.of(weight), factor -> new Optimizer.Rates(pass, rate(factor)));
    }

    private Operand<TFloat32> rate(double factor) {
        return factor == 1 ? rate : pass.tf().math.mul(rate, pass.tf().constant((float) factor));
    }

    /** Where the update of a weight is to be built: after its decay, if it has any. */
    private Ops decayedFirst(Weight weight) {
        if (decay(weight) == 0) {
            return sound;
        }
        return sound.withControlDependencies(
                sound.train.resourceApplyGradientDescent(weight.handle(), share(weight), weight));
    }

    private Ops decayedFirst(TableRows rows) {
        if (decay(rows.table()) == 0) {
            return sound;
        }
        Operand<TFloat32> w = rows.read(sound);
        Operand<TFloat32> lost = sound.math.mul(w, share(rows.table()));
        return sound.withControlDependencies(rows.write(sound, sound.math.sub(w, lost)));
    }

    /** What a weight loses of itself by decay: lr * coefficient. */
    private Operand<TFloat32> share(Weight weight) {
        return sound.math.mul(rates(weight).learningRate(), sound.constant((float) decay(weight)));
    }
}
