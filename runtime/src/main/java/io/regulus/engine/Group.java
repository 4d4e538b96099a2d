package io.regulus.engine;

import io.regulus.ops.Shard;
import io.regulus.ops.Variables;
import io.regulus.ops.WholeBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/** What the runs of a network have to do with those of other processes; nothing where it trains alone, or alone in its group. */
final class Group {
    private final Runs runs;
    private final Optional<ProcessGroup> members;
    private final Optional<Peers> peers;
    private final Later<Peers.Blend> blend;

    Group(Ops tf, Runs runs, Optional<ProcessGroup> members, boolean gpu, Variables variables) {
        this.runs = runs;
        this.members = members;
        // one that is alone in its group has nobody to meet
        this.peers = members.filter(several -> several.size() > 1)
                .map(several -> new Peers(tf.withSubScope("group"), several, gpu));
        this.blend = runs.later(() -> peers.orElseThrow().blend(tf.withSubScope("blend"), variables));
    }

    Optional<ProcessGroup> members() {
        return members;
    }

    /** The rows of a batch that a pass of training sees. */
    Shard shard() {
        return peers.map(Peers::shard).orElseGet(WholeBatch::new);
    }

    void feed(Session.Runner runner, BatchBuffer batch) {
        peers.ifPresent(all -> all.feed(runner, batch));
    }

    /** See {@link Engine#gather}. */
    List<byte[]> gather(byte[] said) {
        return peers.map(all -> runs.running(() -> all.gather(runs.session(), said)))
                .orElseGet(() -> List.of(said));
    }

    /** What the first process that has something to say of a failed step says; processes that step by themselves fail by themselves. */
    Optional<String> firstOfAll(Optional<String> here) {
        if (peers.filter(all -> !all.group().averages()).isEmpty()) {
            return here;
        }
        return gather(here.orElse("").getBytes(StandardCharsets.UTF_8)).stream()
                .map(said -> new String(said, StandardCharsets.UTF_8))
                .filter(said -> !said.isEmpty())
                .findFirst();
    }

    /** See {@link Engine#meet}. */
    void meet() {
        if (peers.isEmpty()) {
            return;
        }
        Peers.Blend all = blend.get();
        ProcessGroup group = peers.orElseThrow().group();
        float share = group.averages() ? 1f / group.size() : group.isFirst() ? 1 : 0;
        runs.stepping(() -> {
            all.run(runs.session(), share);
            return all;
        });
    }

    /**
     * What is to run right after a step, within its run: the mean of all processes' weights, where they are averaged now and then. Adds to the graph, so
     * that it is asked for before the run.
     *
     * @param number of the step to come
     */
    Runnable afterStep(long number) {
        return peers.map(Peers::group)
                .filter(ProcessGroup::averages)
                .filter(group -> number % group.averagedEvery() == 0)
                .<Runnable>map(group -> {
                    Peers.Blend mean = blend.get();
                    return () -> mean.run(runs.session(), 1f / group.size());
                })
                .orElse(() -> {});
    }
}
