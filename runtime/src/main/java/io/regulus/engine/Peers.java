package io.regulus.engine;

import io.regulus.ops.AllReduce;
import io.regulus.ops.OwnShard;
import io.regulus.ops.Shard;
import io.regulus.ops.SummedShard;
import io.regulus.ops.Variable;
import io.regulus.ops.Variables;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Where the graph of a network meets those of the other processes of its group: which rows of a step's batch are here, what the
 * processes tell each other, and how their variables become the same.
 */
final class Peers {
    private final ProcessGroup group;
    private final PlaceFeeds rows;
    private final AllReduce sums;
    private final Exchange lengths;
    private final Exchange words;

    /** Numbers that are added up over the processes. */
    private record Exchange(Placeholder<TInt64> here, Placeholder<TInt32> shape, Operand<TInt64> all) {
        static Exchange of(Ops tf, AllReduce sums) {
            Placeholder<TInt64> here = tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
            Placeholder<TInt32> shape = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
            return new Exchange(here, shape, sums.sum(tf, here, shape));
        }

        long[] sum(Session session, int shapeKey, long... values) {
            try (TInt64 fed = TInt64.vectorOf(values);
                    TInt32 key = TInt32.scalarOf(shapeKey);
                    Result result = session.runner()
                            .feed(here, fed)
                            .feed(shape, key)
                            .fetch(all)
                            .run()) {
                long[] sum = new long[values.length];
                ((TInt64) result.get(0)).asRawTensor().data().asLongs().read(sum);
                return sum;
            }
        }
    }

    Peers(Ops tf, ProcessGroup group, boolean gpu) {
        this.group = group;
        this.sums = new AllReduce(group.size(), gpu ? "auto" : "ring");
        this.rows = PlaceFeeds.of(tf);
        this.lengths = Exchange.of(tf, sums);
        this.words = Exchange.of(tf, sums);
    }

    ProcessGroup group() {
        return group;
    }

    /** The rows of a batch that a pass of training sees. */
    Shard shard() {
        return group.averages() ? new OwnShard(rows.place()) : new SummedShard(rows.place(), sums);
    }

    Session.Runner feed(Session.Runner runner, BatchBuffer batch) {
        return rows.feed(runner, batch);
    }

    /** What every process has to say, by rank; all of them ask at the same time. */
    List<byte[]> gather(Session session, byte[] said) {
        long[] sizes = new long[group.size()];
        sizes[group.rank()] = said.length;
        long[] all = lengths.sum(session, 0, sizes);
        int words = 0;
        int from = 0;
        for (int rank = 0; rank < all.length; rank++) {
            from = rank == group.rank() ? words : from;
            words = Math.addExact(words, words(all[rank]));
        }
        // a power of two: a key stands for one shape, and so there are few of them
        int room = Math.max(1, Integer.highestOneBit(Math.max(1, words - 1)) << 1);
        ByteBuffer bytes = NetworkState.bytes(new byte[Math.multiplyExact(words(said.length), Long.BYTES)]);
        bytes.put(0, said);
        long[] here = new long[room];
        bytes.asLongBuffer().get(here, from, words(said.length));
        return parts(this.words.sum(session, Integer.numberOfTrailingZeros(room), here), all);
    }

    private static int words(long bytes) {
        return Math.toIntExact((bytes + Long.BYTES - 1) / Long.BYTES);
    }

    private static List<byte[]> parts(long[] words, long[] sizes) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (long size : sizes) {
            int count = words(size);
            ByteBuffer bytes = NetworkState.bytes(new byte[count * Long.BYTES]);
            bytes.asLongBuffer().put(words, from, count);
            byte[] part = new byte[Math.toIntExact(size)];
            bytes.get(0, part);
            parts.add(part);
            from += count;
        }
        return parts;
    }

    /** The ops that give every variable that is trained the sum of those of all processes, each times a weight of its process. */
    Blend blend(Ops tf, Variables variables) {
        Placeholder<TFloat32> weight = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        List<Variable<TFloat32>> all = variables.trained();
        List<Operand<TFloat32>> parts = new ArrayList<>();
        // what counts nothing counts nothing, even if it is NaN
        all.forEach(variable -> parts.add(tf.math.mulNoNan(
                tf.ensureShape(tf.readVariableOp(Variables.handle(tf, variable), TFloat32.class), variable.shape()),
                weight)));
        List<Operand<TFloat32>> blended = new SummedShard(rows.place(), sums).sums(tf, parts);
        List<Op> assigned = new ArrayList<>();
        for (int i = 0; i < blended.size(); i++) {
            assigned.add(tf.assignVariableOp(Variables.handle(tf, all.get(i)), blended.get(i)));
        }
        return new Blend(weight, tf.withControlDependencies(assigned).noOp());
    }

    /** See {@link #blend}. */
    record Blend(Placeholder<TFloat32> weight, Op assign) {
        void run(Session session, float share) {
            try (TFloat32 fed = TFloat32.scalarOf(share)) {
                session.runner().feed(weight, fed).addTarget(assign).run().close();
            }
        }
    }
}
