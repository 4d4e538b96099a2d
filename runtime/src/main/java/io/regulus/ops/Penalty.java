package io.regulus.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The regularisation penalty, term by term. A term of coefficient 0 adds no op. Terms are added up in the order they are
 * written, and nothing of a term's value is computed in a step that does not ask for it: the gradient of a penalty
 * needs the weights alone.
 */
public final class Penalty {
    /**
     * One term, for reports.
     *
     * @param weight name of the weight it falls on
     * @param kind {@code "L1"}, {@code "L2"}, {@code "proximal L1"} or {@code "orthogonal"}
     * @param coefficient its coefficient
     */
    public record Term(String weight, String kind, double coefficient) {}

    /** A term and its value; the gradient of an L2 term, 2 * coefficient * w, is simple enough for an update to add itself. */
    private record Smooth(Weight weight, Operand<TFloat32> value, double l1, double l2) {}

    /** A term and its value, of whatever kind, in the order they were written. */
    private record Written(Term term, Operand<TFloat32> value) {}

    /** A soft threshold to apply after the update, in units of the learning rate. */
    record Threshold(Weight weight, double coefficient) {}

    private final Ops tf;
    private final List<Smooth> smooth = new ArrayList<>();
    private final List<Operand<TFloat32>> proximal = new ArrayList<>();
    private final List<Threshold> thresholds = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    /** No terms yet. */
    public Penalty(Ops tf) {
        this.tf = tf;
    }

    /** Adds coefficient * sum(w^2). */
    public Penalty l2(Weight weight, double coefficient) {
        if (coefficient != 0) {
            // L2Loss is sum(w^2) / 2; its gradient is w, so that the pair costs one pass each
            Operand<TFloat32> value = tf.math.mul(tf.nn.l2Loss(weight), tf.constant((float) (2 * coefficient)));
            smooth.add(new Smooth(weight, value, 0, coefficient));
            written.add(new Written(new Term(weight.name(), "L2", coefficient), value));
        }
        return this;
    }

    /** Adds coefficient * sum(|w|); the subgradient at 0 is 0. */
    public Penalty l1(Weight weight, double coefficient) {
        if (coefficient != 0) {
            Operand<TFloat32> value = absolute(weight, coefficient);
            smooth.add(new Smooth(weight, value, coefficient, 0));
            written.add(new Written(new Term(weight.name(), "L1", coefficient), value));
        }
        return this;
    }

    /** Adds coefficient * sum(|w|), minimised by soft thresholding after the update and not by gradient. */
    public Penalty l1Proximal(Weight weight, double coefficient) {
        if (coefficient != 0) {
            Operand<TFloat32> value = absolute(weight, coefficient);
            proximal.add(value);
            written.add(new Written(new Term(weight.name(), "proximal L1", coefficient), value));
            thresholds.add(new Threshold(weight, coefficient));
        }
        return this;
    }

    /** Adds coefficient * the mean of |cos| over the pairs of columns, the weights into each output; nothing of a single column. */
    public Penalty orthogonalColumns(Weight weight, double coefficient) {
        return orthogonal(weight, coefficient, false);
    }

    /** Adds coefficient * the mean of |cos| over the pairs of rows, the weights out of each input; nothing of a single row. */
    public Penalty orthogonalRows(Weight weight, double coefficient) {
        return orthogonal(weight, coefficient, true);
    }

    private Penalty orthogonal(Weight weight, double coefficient, boolean rows) {
        long outputs = weight.shape().get(weight.shape().numDimensions() - 1);
        long vectors = rows ? weight.shape().size() / outputs : outputs;
        if (coefficient != 0 && vectors > 1) {
            Operand<TFloat32> value = cosines(weight, outputs, vectors, rows, coefficient);
            smooth.add(new Smooth(weight, value, 0, 0));
            written.add(new Written(new Term(weight.name(), "orthogonal", coefficient), value));
        }
        return this;
    }

    private Operand<TFloat32> cosines(Weight weight, long outputs, long vectors, boolean rows, double coefficient) {
        Operand<TFloat32> matrix = tf.reshape(weight, tf.constant(new long[] {-1, outputs}));
        Operand<TFloat32> directions = Products.ofLengthOne(tf, matrix, rows ? 1 : 0);
        Operand<TFloat32> products =
                tf.linalg.matMul(directions, directions, MatMul.transposeA(!rows), MatMul.transposeB(rows));
        // each pair stands there twice; what a vector has with itself does not count
        Operand<TInt64> places = tf.range(tf.constant(0L), tf.constant(vectors), tf.constant(1L));
        Operand<TFloat32> others = tf.dtypes.cast(
                tf.math.notEqual(places, tf.reshape(places, tf.constant(new int[] {-1, 1}))), TFloat32.class);
        Operand<TFloat32> ofPairs = tf.math.mul(products, others);
        Operand<TFloat32> sum = tf.reduceSum(tf.math.abs(ofPairs), tf.constant(new int[] {0, 1}));
        return tf.math.mul(sum, tf.constant((float) (coefficient / ((double) vectors * (vectors - 1)))));
    }

    private Operand<TFloat32> absolute(Weight weight, double coefficient) {
        int[] axes = IntStream.range(0, weight.shape().numDimensions()).toArray();
        Operand<TFloat32> sum = tf.reduceSum(tf.math.abs(weight), tf.constant(axes));
        return tf.math.mul(sum, tf.constant((float) coefficient));
    }

    /** The whole penalty, a scalar; 0 where there is no term. */
    public Operand<TFloat32> sum() {
        List<Operand<TFloat32>> values = new ArrayList<>();
        smooth.forEach(term -> values.add(term.value()));
        values.addAll(proximal);
        return values.isEmpty() ? tf.constant(0f) : tf.math.addN(values);
    }

    /** Whether a term falls on a weight of this kind. */
    boolean fallsOn(Predicate<Weight> kind) {
        return Stream.concat(
                        smooth.stream().map(Smooth::weight), thresholds.stream().map(Threshold::weight))
                .anyMatch(kind);
    }

    /** The terms, in the order they were written. */
    public List<Term> terms() {
        return written.stream().map(Written::term).toList();
    }

    /** What each of them adds, scalars in the same order. */
    public List<Operand<TFloat32>> values() {
        return written.stream().<Operand<TFloat32>>map(Written::value).toList();
    }

    /** The terms on these weights that are minimised by gradient; those of L2 only where the update does not see to them. */
    List<Operand<TFloat32>> differentiated(Collection<Weight> weights, boolean withL2) {
        return smooth.stream()
                .filter(term -> weights.contains(term.weight()))
                .filter(term -> withL2 || term.l2() == 0)
                .map(Smooth::value)
                .toList();
    }

    /** Gradient of the terms that fall on a weight as a whole and are minimised by it; empty if none do. */
    Optional<Operand<TFloat32>> gradient(Weight weight, boolean withL2) {
        List<Operand<TFloat32>> falling = differentiated(List.of(weight), withL2);
        return falling.isEmpty()
                ? Optional.empty()
                : Optional.of(tf.gradients(falling, List.of(weight)).<TFloat32>dy(0));
    }

    /** Coefficient of the L2 term that falls on a weight, 0 if none does. */
    double l2(Weight weight) {
        return smooth.stream()
                .filter(term -> term.weight() == weight)
                .mapToDouble(Smooth::l2)
                .sum();
    }

    /** Gradient of the terms that fall on rows of a table: 2 * coefficient * w and coefficient * sign(w); empty if none do. */
    Optional<Operand<TFloat32>> gradient(TableRows rows) {
        List<Smooth> falling =
                smooth.stream().filter(term -> term.weight() == rows.table()).toList();
        if (falling.isEmpty()) {
            return Optional.empty();
        }
        Operand<TFloat32> w = rows.read(tf);
        float l2 = (float) falling.stream().mapToDouble(Smooth::l2).sum();
        float l1 = (float) falling.stream().mapToDouble(Smooth::l1).sum();
        Operand<TFloat32> gradient = tf.math.mul(w, tf.constant(2 * l2));
        return Optional.of(l1 == 0 ? gradient : tf.math.add(gradient, tf.math.mul(tf.math.sign(w), tf.constant(l1))));
    }

    List<Threshold> thresholds() {
        return thresholds;
    }
}
