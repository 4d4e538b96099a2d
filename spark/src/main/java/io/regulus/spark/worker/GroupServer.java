package io.regulus.spark.worker;

import io.regulus.engine.Natives;
import io.regulus.engine.SessionOpener;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tensorflow.Graph;
import org.tensorflow.GroupSession;
import org.tensorflow.Server;
import org.tensorflow.Session;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.ServerDef;

/**
 * TensorFlow's server of one worker, for one model, through which the collective ops of all find each other. It ends with the process: closing one
 * leaves its port and its threads behind.
 */
public final class GroupServer implements SessionOpener {
    private static final String JOB = "worker";
    private static final String LEADER = "/job:" + JOB + "/replica:0/task:0";

    private final String address;
    private final int rank;
    private final long stallMillis;
    private final AtomicBoolean opened = new AtomicBoolean();

    private GroupServer(String address, int rank, long stallMillis) {
        this.address = address;
        this.rank = rank;
        this.stallMillis = stallMillis;
    }

    /**
     * Starts it.
     *
     * @param addresses host and port of every worker, by rank, as {@code host:port}; the port of this one is free
     * @param rank which of them this one is
     * @param threads within one op; 0 for as many as there are cores. They are those of every session on the server
     * @param stallSeconds after which a run is given up that waits for another worker
     * @throws org.tensorflow.exceptions.TensorFlowException if the port was taken meanwhile
     * @throws io.regulus.engine.MissingNativesException saying which dependency to add, if there is no TensorFlow for this platform
     */
    @SuppressWarnings("resource") // lives as long as the process
    public static GroupServer start(List<String> addresses, int rank, int threads, int stallSeconds) {
        Natives.load();
        JobDef.Builder job = JobDef.newBuilder().setName(JOB);
        for (int task = 0; task < addresses.size(); task++) {
            job.putTasks(task, addresses.get(task));
        }
        ServerDef definition = ServerDef.newBuilder()
                .setCluster(ClusterDef.newBuilder().addJob(job))
                .setJobName(JOB)
                .setTaskIndex(rank)
                .setProtocol("grpc")
                .setDefaultSessionConfig(ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(threads)
                        .setExperimental(leader()))
                .build();
        new Server(definition).start();
        return new GroupServer(addresses.get(rank), rank, stallSeconds * 1000L);
    }

    /**
     * Opens the session of a model.
     *
     * @throws IllegalStateException if it has had one: collective ops of two models would be taken for each other
     */
    @Override
    public Session open(Graph graph, ConfigProto config) {
        if (!opened.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "the server at " + address + " has had a model: start another one, on another port, for a second");
        }
        ConfigProto own = config.toBuilder()
                .setExperimental(config.getExperimental().toBuilder().setCollectiveGroupLeader(LEADER))
                // else its graph would be spread over all
                .addDeviceFilters("/job:" + JOB + "/task:" + rank)
                .setIsolateSessionState(true)
                .setOperationTimeoutInMs(stallMillis)
                .build();
        return GroupSession.open(graph, "grpc://" + address, own);
    }

    private static ConfigProto.Experimental leader() {
        return ConfigProto.Experimental.newBuilder()
                .setCollectiveGroupLeader(LEADER)
                .build();
    }
}
