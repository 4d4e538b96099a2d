package io.regulus.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Unique;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The gradients of the batches of a step, added up batch by batch, each times the number of its rows: divided by all rows they are those of
 * one large batch. They are in variables of the session that nothing saves, for what is in them counts within a step only. Of a table there
 * are the rows that were read, whatever its size.
 */
final class GradientSums {
    private final Pass pass;
    private final Operand<TFloat32> rows;
    private final VarHandleOp rowsSum;
    private final List<Sum> sums = new ArrayList<>();

    /** The sum of one weight's gradients. */
    private sealed interface Sum {
        /** The op that replaces it by the gradient of a batch. */
        Op begin(Ops sound);

        /** The op that adds the gradient of a batch. */
        Op add(Ops sound);

        /** The sum, divided by a number. */
        StepGradients.Gradient over(Operand<TFloat32> total);
    }

    /**
     * For the batches of a step.
     *
     * @param ofBatch those of the batch of a run
     * @param rows of that batch, a scalar
     */
    GradientSums(Pass pass, StepGradients ofBatch, Operand<TFloat32> rows) {
        this.pass = pass;
        this.rows = rows;
        this.rowsSum = variable("rows_of_step", Shape.scalar());
        ofBatch.all()
                .forEach(gradient -> sums.add(
                        gradient.rows().isPresent()
                                ? new OfRows(gradient, gradient.rows().get())
                                : new OfWeight(gradient)));
    }

    /** Starts a step with the batch of the run. */
    List<Op> begin(Ops sound) {
        List<Op> ops = new ArrayList<>();
        ops.add(sound.assignVariableOp(rowsSum, rows));
        sums.forEach(sum -> ops.add(sum.begin(sound)));
        return ops;
    }

    /** Adds the batch of the run. */
    List<Op> add(Ops sound) {
        List<Op> ops = new ArrayList<>();
        ops.add(sound.assignAddVariableOp(rowsSum, rows));
        sums.forEach(sum -> ops.add(sum.add(sound)));
        return ops;
    }

    /** The gradients of the rows of all batches, in a run without a batch; nothing is said of losses. */
    StepGradients means() {
        Ops tf = pass.tf();
        // a process that had none of the rows has sums of zero
        Operand<TFloat32> total = tf.math.maximum(tf.readVariableOp(rowsSum, TFloat32.class), tf.constant(1f));
        return StepGradients.of(pass, sums.stream().map(sum -> sum.over(total)).toList());
    }

    private VarHandleOp variable(String name, Shape shape) {
        return pass.tf().varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    }

    /** Of a weight as a whole. */
    private final class OfWeight implements Sum {
        private final StepGradients.Gradient gradient;
        private final VarHandleOp sum;

        OfWeight(StepGradients.Gradient gradient) {
            this.gradient = gradient;
            this.sum = variable(
                    gradient.weight().name() + "/gradient_of_step",
                    gradient.weight().shape());
        }

        @Override
        public Op begin(Ops sound) {
            return sound.assignVariableOp(sum, sound.math.mul(gradient.value(), rows));
        }

        @Override
        public Op add(Ops sound) {
            // sum -= -rows * g, in one pass
            return sound.train.resourceApplyGradientDescent(sum, sound.math.neg(rows), gradient.value());
        }

        @Override
        public StepGradients.Gradient over(Operand<TFloat32> total) {
            Ops tf = pass.tf();
            return gradient.with(tf.math.div(tf.readVariableOp(sum, TFloat32.class), total));
        }
    }

    /** Of a table, whose rows that were read are kept each once. */
    private final class OfRows implements Sum {
        private final StepGradients.Gradient gradient;
        private final TableRows read;
        private final VarHandleOp ids;
        private final VarHandleOp values;
        private final int units;

        OfRows(StepGradients.Gradient gradient, TableRows read) {
            this.gradient = gradient;
            this.read = read;
            String table = gradient.weight().name();
            // of no shape, for every step has another number of rows
            this.ids = pass.tf()
                    .varHandleOp(
                            TInt32.class, Shape.unknown(), VarHandleOp.sharedName(table + "/rows_of_gradient_of_step"));
            this.values = variable(table + "/gradient_of_step", Shape.unknown());
            this.units = Math.toIntExact(gradient.weight().shape().get(1));
        }

        @Override
        public Op begin(Ops sound) {
            return both(sound, read.ids(), sound.math.mul(gradient.value(), rows));
        }

        @Override
        public Op add(Ops sound) {
            Unique<TInt32, TInt32> unique = sound.unique(
                    sound.concat(List.of(idsSoFar(sound), read.ids()), sound.constant(0)),
                    sound.constant(new int[] {0}));
            Operand<TFloat32> all = sound.concat(
                    List.of(valuesSoFar(sound), sound.math.mul(gradient.value(), rows)), sound.constant(0));
            return both(sound, unique.y(), sound.math.unsortedSegmentSum(all, unique.idx(), sound.size(unique.y())));
        }

        private Op both(Ops sound, Operand<TInt32> rowsRead, Operand<TFloat32> sum) {
            return sound.withControlDependencies(
                            List.of(sound.assignVariableOp(ids, rowsRead), sound.assignVariableOp(values, sum)))
                    .noOp();
        }

        private Operand<TInt32> idsSoFar(Ops tf) {
            return tf.ensureShape(tf.readVariableOp(ids, TInt32.class), Shape.of(Shape.UNKNOWN_SIZE));
        }

        private Operand<TFloat32> valuesSoFar(Ops tf) {
            return tf.ensureShape(tf.readVariableOp(values, TFloat32.class), Shape.of(Shape.UNKNOWN_SIZE, units));
        }

        @Override
        public StepGradients.Gradient over(Operand<TFloat32> total) {
            Ops tf = pass.tf();
            TableRows all = new TableRows(read.table(), idsSoFar(tf));
            return new StepGradients.Gradient(gradient.weight(), Optional.of(all), tf.math.div(valuesSoFar(tf), total));
        }
    }
}
