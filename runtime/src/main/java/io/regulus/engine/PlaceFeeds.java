package io.regulus.engine;

import io.regulus.ops.Shard;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt32;

/** Where a graph is told which rows a batch is of: see {@link Shard.Place}. */
record PlaceFeeds(Placeholder<TInt32> first, Placeholder<TInt32> total, Placeholder<TInt32> present) {
    static PlaceFeeds of(Ops tf) {
        return new PlaceFeeds(number(tf), number(tf), number(tf));
    }

    private static Placeholder<TInt32> number(Ops tf) {
        return tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(1)));
    }

    Shard.Place place() {
        return new Shard.Place(first, total, present);
    }

    Session.Runner feed(Session.Runner runner, BatchBuffer batch) {
        BatchBuffer.Place place = batch.place();
        return runner.feed(first, place.first()).feed(total, place.total()).feed(present, place.present());
    }
}
