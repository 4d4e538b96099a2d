package io.regulus.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunMetadata;

/**
 * On which device the ops of a training step really run, forward and backward, as TensorFlow placed and rewrote them.
 *
 * @param ops number of ops by kind, by device, such as {@code GPU:0 -> {Conv2D=4, MatMul=6}}
 */
public record Placement(Map<String, Map<String, Integer>> ops) {
    /** What the time of a network goes into: kinds of op with this in their name. */
    private static final Set<String> HEAVY = Set.of("MatMul", "Conv2D", "MaxPool", "AvgPool", "BatchNorm");

    public Placement {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        ops.forEach((device, kinds) -> copy.put(device, Collections.unmodifiableMap(new TreeMap<>(kinds))));
        ops = Collections.unmodifiableMap(copy);
    }

    static Placement of(RunMetadata run) {
        Map<String, Map<String, Integer>> ops = new TreeMap<>();
        for (GraphDef partition : run.getPartitionGraphsList()) {
            for (NodeDef node : partition.getNodeList()) {
                String device = Devices.shortName(node.getDevice());
                ops.computeIfAbsent(device, any -> new TreeMap<>()).merge(node.getOp(), 1, Integer::sum);
            }
        }
        return new Placement(ops);
    }

    /**
     * The devices of the matrix products, convolutions, poolings and batch norms: a single one where all is well.
     */
    public Set<String> heavyDevices() {
        return ops.entrySet().stream()
                .filter(device -> device.getValue().keySet().stream().anyMatch(Placement::isHeavy))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isHeavy(String kind) {
        return HEAVY.stream().anyMatch(kind::contains);
    }

    /** A line per device. */
    @Override
    public String toString() {
        return ops.entrySet().stream()
                .map(device -> device.getKey() + ": "
                        + device.getValue().entrySet().stream()
                                .map(kind -> kind.getKey() + " " + kind.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }
}
