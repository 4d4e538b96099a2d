package io.regulus.engine;

import io.regulus.ops.Averages;
import java.util.Optional;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** What inference uses beside the weights and is brought up to date between steps: averages of epochs, statistics of norms. */
public final class Upkeep {
    private final NetworkPlan plan;
    private final Runs runs;
    private final Ports ports;
    private final Group group;
    private final Mirrors mirrors;
    private final Optional<Averages> averages;
    private final Later<StatisticsRefresh> refresh;

    Upkeep(Parts parts) {
        this.plan = parts.plan();
        this.runs = parts.runs();
        this.ports = parts.ports();
        this.group = parts.group();
        this.mirrors = parts.mirrors();
        this.averages =
                plan.epochAverages().map(any -> Averages.of(parts.tf().withSubScope("averages"), parts.variables()));
        this.refresh = runs.later(() -> StatisticsRefresh.of(
                parts.tf().withSubScope("refresh"), parts.variables(), plan, ports.feeds(), group.shard()));
    }

    /**
     * Moves the statistics of norms that inference uses towards those of a batch, by 1 / number of the way: over batches 1, 2 and so on
     * they become the mean of the batches' statistics.
     *
     * @param number 1 for the first batch, which forgets what was there before
     */
    public void refreshStatistics(BatchBuffer batch, int number) {
        StatisticsRefresh pass = refresh.get();
        runs.stepping(() -> {
            try (TFloat32 share = TFloat32.scalarOf(1f / number)) {
                Session.Runner runner = ports.feedFeatures(runs.runner(), batch);
                group.feed(runner, batch);
                runner.feed(pass.share(), share).addTarget(pass.update()).run().close();
            }
            return batch;
        });
    }

    /**
     * Averages the weights and moving statistics at the end of an epoch, where the network says that they are then.
     *
     * @param epoch its number, from 1
     */
    public void averageAfter(int epoch) {
        plan.epochAverages()
                .flatMap(when -> when.after(epoch, mirrors.averaged()))
                .ifPresent(this::average);
    }

    /** Has inference follow the weights after steps that are no whole epoch, where it reads averages of which there are none yet. */
    public void averageNone() {
        plan.epochAverages()
                .flatMap(when -> EpochAverages.following(mirrors.averaged()))
                .ifPresent(this::average);
    }

    private void average(EpochAverages.Change change) {
        Averages taken = averages.orElseThrow();
        runs.stepping(() -> {
            try (TFloat32 share = TFloat32.scalarOf((float) change.share());
                    TInt64 count = TInt64.scalarOf(change.averaged())) {
                runs.runner()
                        .feed(taken.share(), share)
                        .feed(taken.count(), count)
                        .addTarget(taken.update())
                        .run()
                        .close();
            }
            mirrors.averaged(change.averaged());
            return taken;
        });
    }
}
