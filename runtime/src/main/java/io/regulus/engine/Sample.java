package io.regulus.engine;

import io.regulus.ops.OwnShard;
import io.regulus.ops.Pass;
import io.regulus.ops.Variables;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TInt64;

/**
 * The ops of a prediction with the noise of layers on. What a row draws depends on its place in the data, so that it is the same in
 * batches of any size.
 *
 * @param answers what it says
 * @param number of the sample
 * @param rows which rows of the data the batch has
 * @param draws whether there is any noise
 */
record Sample(NetworkPlan.Answers answers, Placeholder<TInt64> number, PlaceFeeds rows, boolean draws) {
    static Sample of(Ops tf, Variables variables, NetworkPlan plan, Feeds feeds) {
        Placeholder<TInt64> number = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
        PlaceFeeds rows = PlaceFeeds.of(tf);
        Pass pass = Pass.sample(tf, variables, plan.averaged(), number, new OwnShard(rows.place()));
        NetworkPlan.Answers answers = plan.inference(pass, feeds);
        return new Sample(answers, number, rows, pass.drew());
    }

    /** Asks for the predictions of a sample. */
    Session.Runner fetch(Session.Runner runner, BatchBuffer batch, TInt64 sample) {
        rows.feed(runner, batch).feed(number, sample);
        answers.outputs().forEach(answer -> runner.fetch(answer.predictions()));
        return runner;
    }
}
