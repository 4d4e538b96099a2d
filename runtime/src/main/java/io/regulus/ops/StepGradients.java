package io.regulus.ops;

import io.regulus.kernels.SumOfSquares;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradients of a step on a whole batch, wherever its rows are, and its losses.
 *
 * @param all one for each trained weight
 * @param sumOfSquares of all values of all gradients, a scalar
 * @param losses scalars, as they were given; none where no batch is looked at
 */
record StepGradients(List<Gradient> all, Operand<TFloat32> sumOfSquares, List<Operand<TFloat32>> losses) {
    /**
     * The gradient of one weight.
     *
     * @param rows of a table those that the batch read; empty where it is of the whole weight
     * @param value of the shape of the weight, or of the rows
     */
    record Gradient(Weight weight, Optional<TableRows> rows, Operand<TFloat32> value) {
        Gradient with(Operand<TFloat32> other) {
            return new Gradient(weight, rows, other);
        }
    }

    /**
     * The gradients of data loss and penalty.
     *
     * @param withL2 whether those of the L2 terms are added, which a fused update sees to itself; to rows of a table, which
     *     no fused update takes, they always are
     * @param losses scalars that are to be known of the whole batch too, this process's part of each: they travel with the gradients
     */
    static StepGradients of(
            Pass pass,
            List<Head> heads,
            Penalty penalty,
            List<Weight> weights,
            boolean withL2,
            List<Operand<TFloat32>> losses) {
        Ops tf = pass.tf();
        List<Operand<TFloat32>> minimised = new ArrayList<>();
        List<Operand<TFloat32>> upstream = new ArrayList<>();
        for (Head head : heads) {
            minimised.add(head.outputs());
            upstream.add(head.gradient(pass));
        }
        List<Weight> whole =
                weights.stream().filter(weight -> isWhole(pass, weight)).toList();
        for (Operand<TFloat32> term : penalty.differentiated(whole, withL2)) {
            minimised.add(term);
            upstream.add(penaltyScale(pass));
        }
        for (Operand<TFloat32> term : pass.activityPenalties()) {
            minimised.add(term);
            upstream.add(pass.lossScale().orElseGet(() -> tf.constant(1f)));
        }
        List<Operand<TFloat32>> leaves = new ArrayList<>();
        weights.forEach(weight -> leaves.addAll(leaves(pass, weight)));
        List<Operand<TFloat32>> found = new ArrayList<>();
        for (Operand<TFloat32> slope : pass.gradients(minimised, upstream, leaves)) {
            found.add(pass.lossScale()
                    .<Operand<TFloat32>>map(scale -> tf.math.div(slope, scale))
                    .orElse(slope));
        }
        List<Operand<TFloat32>> parts = new ArrayList<>();
        losses.forEach(loss -> parts.add(part(pass, loss, Shape.scalar())));
        List<List<Operand<TFloat32>>> ofWeights = new ArrayList<>();
        int next = 0;
        for (Weight weight : weights) {
            List<Operand<TFloat32>> ofWeight =
                    found.subList(next, next + leaves(pass, weight).size());
            next += ofWeight.size();
            ofWeights.add(ofWeight);
            if (isWhole(pass, weight)) {
                parts.add(part(pass, ofWeight.get(0), weight.shape()));
            }
        }
        List<Operand<TFloat32>> sums = pass.shard().sums(tf, parts);
        Iterator<Operand<TFloat32>> summed = sums.iterator();
        List<Operand<TFloat32>> ofBatch = new ArrayList<>();
        losses.forEach(loss -> ofBatch.add(summed.next()));
        List<Gradient> all = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Weight weight = weights.get(i);
            all.add(
                    isWhole(pass, weight)
                            ? new Gradient(weight, Optional.empty(), summed.next())
                            : ofRows(pass, weight, ofWeights.get(i), penalty));
        }
        return new StepGradients(all, squares(pass, values(all)), ofBatch);
    }

    /** Those of a step that looks at no batch. */
    static StepGradients of(Pass pass, List<Gradient> all) {
        return new StepGradients(all, squares(pass, values(all)), List.of());
    }

    /**
     * The same with those of a penalty, the losses being as they were.
     *
     * @param withL2 as for gradients of data loss and penalty
     */
    StepGradients plus(Pass pass, Penalty penalty, boolean withL2) {
        Ops tf = pass.tf();
        List<Gradient> sums = new ArrayList<>();
        for (Gradient gradient : all) {
            sums.add(gradient.rows()
                    .map(penalty::gradient)
                    .orElseGet(() -> penalty.gradient(gradient.weight(), withL2))
                    .map(penalised -> gradient.with(tf.math.add(gradient.value(), penalised)))
                    .orElse(gradient));
        }
        return new StepGradients(sums, squares(pass, values(sums)), losses);
    }

    /** The same, of whose batch other losses are told. */
    StepGradients withLosses(List<Operand<TFloat32>> others) {
        return new StepGradients(all, sumOfSquares, others);
    }

    /** Whether the gradient of a weight is one of its shape, and not of the rows that were read of a table. */
    private static boolean isWhole(Pass pass, Weight weight) {
        return pass.lookups(weight).isEmpty();
    }

    /** What is to be put together with what other processes have: of a shape that is known. */
    private static Operand<TFloat32> part(Pass pass, Operand<TFloat32> value, Shape shape) {
        return pass.shard().isWhole() ? value : pass.tf().ensureShape(value, shape);
    }

    /** What the penalty is multiplied by while its gradients are computed: each process brings a share of it. */
    private static Operand<TFloat32> penaltyScale(Pass pass) {
        Ops tf = pass.tf();
        float share = pass.shard().share();
        return pass.lossScale()
                .<Operand<TFloat32>>map(scale -> share == 1 ? scale : tf.math.mul(scale, tf.constant(share)))
                .orElseGet(() -> tf.constant(share));
    }

    /** What a gradient is taken to: a weight as a whole, or every reading of a table. */
    private static List<? extends Operand<TFloat32>> leaves(Pass pass, Weight weight) {
        List<Lookup> lookups = pass.lookups(weight);
        return lookups.isEmpty()
                ? List.of(weight)
                : lookups.stream().map(Lookup::read).toList();
    }

    private static Gradient ofRows(Pass pass, Weight table, List<Operand<TFloat32>> ofReadings, Penalty penalty) {
        Ops tf = pass.tf();
        Lookup.Gradient read = Lookup.gradient(pass, pass.lookups(table), ofReadings);
        Operand<TFloat32> value = penalty.gradient(read.rows())
                .<Operand<TFloat32>>map(penalised -> tf.math.add(read.values(), penalised))
                .orElse(read.values());
        return new Gradient(table, Optional.of(read.rows()), value);
    }

    private static List<Operand<TFloat32>> values(List<Gradient> gradients) {
        return gradients.stream().<Operand<TFloat32>>map(Gradient::value).toList();
    }

    private static Operand<TFloat32> squares(Pass pass, List<Operand<TFloat32>> gradients) {
        Ops tf = pass.tf();
        if (pass.kernels()) {
            return SumOfSquares.of(tf, gradients, pass.kernelThreads());
        }
        List<Operand<TFloat32>> halves =
                gradients.stream().<Operand<TFloat32>>map(tf.nn::l2Loss).toList();
        return tf.math.mul(tf.math.addN(halves), tf.constant(2f));
    }

    /**
     * An op that fails the step unless the first loss, where there is one, and every gradient are finite; it waits for every gradient. A sum of
     * squares costs one pass over the gradients, and is finite exactly if all of them are, up to norms of 1e19.
     */
    Op checked(Ops tf) {
        return tf.debugging.checkNumerics(
                losses.isEmpty() ? sumOfSquares : tf.math.add(losses.get(0), sumOfSquares), NonFinite.MARK);
    }

    /** Those of weights as a whole. */
    List<Gradient> whole() {
        return all.stream().filter(gradient -> gradient.rows().isEmpty()).toList();
    }

    /** Those of rows of tables. */
    Map<TableRows, Operand<TFloat32>> ofRows() {
        Map<TableRows, Operand<TFloat32>> ofRows = new LinkedHashMap<>();
        all.forEach(gradient -> gradient.rows().ifPresent(rows -> ofRows.put(rows, gradient.value())));
        return ofRows;
    }

    /** That of a weight. */
    Gradient of(Weight weight) {
        return all.stream()
                .filter(gradient -> gradient.weight() == weight)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(weight + " is not trained"));
    }

    /** These gradients within a limit. */
    StepGradients clipped(Ops tf, Clipping clipping) {
        List<Operand<TFloat32>> values = clipping.apply(tf, values(all), sumOfSquares);
        List<Gradient> clipped = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            clipped.add(all.get(i).with(values.get(i)));
        }
        return new StepGradients(clipped, sumOfSquares, losses);
    }

    /** The gradients by the names of the weights, each of its weight's shape. */
    Map<String, Operand<TFloat32>> byName(Ops tf) {
        Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
        all.forEach(gradient -> byName.put(
                gradient.weight().name(),
                gradient.rows().map(rows -> rows.spread(tf, gradient.value())).orElse(gradient.value())));
        return byName;
    }
}
