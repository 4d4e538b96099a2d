package io.regulus.engine;

import io.regulus.ops.Pass;
import io.regulus.ops.Shard;
import io.regulus.ops.Variables;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The ops that compute the statistics of norms anew for the weights that inference uses.
 *
 * @param share how far the statistics move towards those of the batch
 * @param update run this to move them
 */
record StatisticsRefresh(Placeholder<TFloat32> share, Op update) {
    static StatisticsRefresh of(Ops tf, Variables variables, NetworkPlan plan, Feeds feeds, Shard shard) {
        Placeholder<TFloat32> share = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        Pass pass = Pass.refreshing(tf, variables, plan.averaged(), share, shard);
        plan.inference(pass, feeds);
        return new StatisticsRefresh(
                share, tf.withControlDependencies(pass.statisticUpdates()).noOp());
    }
}
