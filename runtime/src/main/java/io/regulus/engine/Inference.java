package io.regulus.engine;

import io.regulus.engine.BatchBuffer.Purpose;
import io.regulus.ops.Pass;
import io.regulus.ops.Variables;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** What a network says of batches; nothing of it changes. Any number of threads may ask at a time, also during a step. */
public final class Inference {
    private final Runs runs;
    private final Ports ports;
    private final Later<NetworkPlan.Answers> answers;

    /** As the one above, for data whose rows have weights. */
    private final Later<NetworkPlan.Answers> weighted;

    private final Later<Sample> sample;
    private final UsageMeter usage = new UsageMeter();

    Inference(Parts parts) {
        this.runs = parts.runs();
        this.ports = parts.ports();
        NetworkPlan plan = parts.plan();
        Ops tf = parts.tf();
        Variables variables = parts.variables();
        answers = runs.later(() -> plan.inference(
                Pass.inference(tf.withSubScope("inference"), variables, plan.averaged()), ports.feeds()));
        weighted = runs.later(() -> plan.inference(
                Pass.inference(tf.withSubScope("weighted_inference"), variables, plan.averaged())
                        .weighing(ports.rowWeights()),
                ports.feeds()));
        sample = runs.later(() -> Sample.of(tf.withSubScope("sample"), variables, plan, ports.feeds()));
    }

    /** Evaluates a batch and returns its data loss; the network's outputs are left in the buffer. */
    public float evaluate(BatchBuffer batch) {
        NetworkPlan.Answers pass = answersFor(batch);
        return runs.running(() -> {
            Session.Runner runner = batch.runner(Purpose.EVALUATE, () -> {
                Session.Runner made = ports.feed(runs.runner(), batch).fetch(pass.loss());
                pass.outputs().forEach(answer -> made.fetch(answer.outputs()));
                if (pass.outputs().size() > 1) {
                    pass.outputs().forEach(answer -> made.fetch(answer.loss()));
                }
                pass.activityPenalty().ifPresent(made::fetch);
                return made;
            });
            try (Result result = runner.run()) {
                batch.keep(result, 1);
                return Scalars.of(result, 0);
            }
        });
    }

    /**
     * The data loss of outputs that something else than this network gave, as of several networks together; they are read from the buffer.
     * No layer runs.
     */
    public float judge(BatchBuffer batch) {
        NetworkPlan.Answers pass = answersFor(batch);
        return runs.running(() -> {
            List<TFloat32> given = new ArrayList<>();
            try {
                Session.Runner runner = ports.feed(runs.runner(), batch).fetch(pass.loss());
                for (int i = 0; i < pass.outputs().size(); i++) {
                    NetworkPlan.Answer answer = pass.outputs().get(i);
                    given.add(batch.tensorOfOutputs(i));
                    runner.feed(answer.outputs(), given.get(i));
                    if (pass.outputs().size() > 1) {
                        runner.fetch(answer.loss());
                    }
                }
                try (Result result = runner.run()) {
                    batch.keepLosses(result, 1);
                    return Scalars.of(result, 0);
                }
            } finally {
                given.forEach(TFloat32::close);
            }
        });
    }

    private NetworkPlan.Answers answersFor(BatchBuffer batch) {
        return batch.rowWeights().isPresent() ? weighted.get() : answers.get();
    }

    /** Predicts a batch; the predictions are left in the buffer. Targets are not needed. */
    public void predict(BatchBuffer batch) {
        NetworkPlan.Answers pass = answers.get();
        long start = System.nanoTime();
        runs.running(() -> {
            Session.Runner runner = batch.runner(Purpose.PREDICT, () -> {
                Session.Runner made = ports.feedFeatures(runs.runner(), batch);
                pass.outputs().forEach(answer -> made.fetch(answer.predictions()));
                return made;
            });
            try (Result result = runner.run()) {
                batch.keepPredictions(result);
                return batch;
            }
        });
        usage.add(batch.rows(), System.nanoTime() - start);
    }

    /** What {@link #predict} was asked so far; may be read at any time, also of a closed network. */
    public Usage usage() {
        return usage.usage();
    }

    /**
     * Predicts a batch with the noise of layers on; the predictions are left in the buffer, which was told the place of its rows in the
     * data.
     *
     * @param number of the sample, which draws the same whenever it is asked for
     */
    public void sample(BatchBuffer batch, long number) {
        Sample pass = sample.get();
        runs.running(() -> {
            try (TInt64 fed = TInt64.scalarOf(number);
                    Result result = pass.fetch(ports.feedFeatures(runs.runner(), batch), batch, fed)
                            .run()) {
                batch.keepPredictions(result);
                return batch;
            }
        });
    }

    /** Whether layers have noise, so that samples differ from predictions. */
    public boolean isNoisy() {
        return sample.get().draws();
    }
}
