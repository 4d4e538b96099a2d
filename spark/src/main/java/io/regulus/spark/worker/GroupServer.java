package io.regulus.spark.worker;

import io.regulus.engine.SessionOpener;
import org.tensorflow.Graph;
import org.tensorflow.GroupSession;
import org.tensorflow.Server;
import org.tensorflow.Session;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.ServerDef;

/**
 * TensorFlow's server of one worker, through which the collective ops of all find each other. It ends with the process: closing one
 * leaves its port and its threads behind.
 */
final class GroupServer implements SessionOpener {
    private static final String JOB = "worker";
    private static final String LEADER = "/job:" + JOB + "/replica:0/task:0";

    private final String address;
    private final int rank;
    private final long stallMillis;

    private GroupServer(String address, int rank, long stallMillis) {
        this.address = address;
        this.rank = rank;
        this.stallMillis = stallMillis;
    }

    /**
     * Starts it.
     *
     * @throws org.tensorflow.exceptions.TensorFlowException if the port was taken meanwhile
     */
    @SuppressWarnings("resource") // lives as long as the process
    static GroupServer start(Peers peers, int rank, int stallSeconds) {
        JobDef.Builder job = JobDef.newBuilder().setName(JOB);
        for (int task = 0; task < peers.addresses().size(); task++) {
            job.putTasks(task, peers.addresses().get(task));
        }
        ServerDef definition = ServerDef.newBuilder()
                .setCluster(ClusterDef.newBuilder().addJob(job))
                .setJobName(JOB)
                .setTaskIndex(rank)
                .setProtocol("grpc")
                .setDefaultSessionConfig(ConfigProto.newBuilder().setExperimental(leader()))
                .build();
        new Server(definition).start();
        return new GroupServer(peers.addresses().get(rank), rank, stallSeconds * 1000L);
    }

    @Override
    public Session open(Graph graph, ConfigProto config) {
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
