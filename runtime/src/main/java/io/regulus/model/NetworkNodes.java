package io.regulus.model;

import io.regulus.engine.Engine;
import io.regulus.engine.InputPort;
import io.regulus.ops.Pass.LayerOutput;
import io.regulus.ops.Variable;
import io.regulus.report.NetworkNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.GraphOperation;

/** Inputs and layers with what each of them reads, by the graph that runs. */
final class NetworkNodes {
    private final Engine engine;

    /** Whose output an op gives: of layers that leave what they read as it is the first. */
    private final Map<String, String> byOutput = new HashMap<>();

    private NetworkNodes(Engine engine) {
        this.engine = engine;
        engine.inputs().forEach((name, input) -> byOutput.put(input.op().name(), name));
        engine.layers()
                .forEach(layer -> byOutput.putIfAbsent(layer.output().op().name(), layer.name()));
    }

    /** The nodes, each behind those that it reads. */
    static List<NetworkNode> of(Engine engine) {
        return new NetworkNodes(engine).all();
    }

    private List<NetworkNode> all() {
        Set<String> layers = new LinkedHashSet<>();
        engine.layers().forEach(layer -> layers.add(layer.name()));
        List<NetworkNode> nodes = new ArrayList<>();
        for (InputPort<?> input : engine.plan().inputs()) {
            // an input that something happens to before the first layer stands among the layers
            if (!layers.contains(input.name())) {
                nodes.add(new NetworkNode(input.name(), "", input.row().toString(), 0, List.of()));
            }
        }
        for (LayerOutput layer : engine.layers()) {
            nodes.add(new NetworkNode(
                    layer.name(), layer.operations(), row(layer), trained(layer.name()), List.copyOf(read(layer))));
        }
        return nodes;
    }

    private Set<String> read(LayerOutput layer) {
        Set<String> read = new LinkedHashSet<>();
        GraphWalk.behind(layer.output(), op -> isOther(op, layer)).stream()
                .filter(op -> isOther(op, layer))
                .forEach(op -> read.add(byOutput.get(op.name())));
        return read;
    }

    private boolean isOther(GraphOperation op, LayerOutput layer) {
        String owner = byOutput.get(op.name());
        return owner != null && !owner.equals(layer.name());
    }

    private long trained(String layer) {
        return engine.state().weights().stream()
                .filter(variable -> variable.role().trained() && variable.name().startsWith(layer + "/"))
                .mapToLong(Variable::size)
                .sum();
    }

    private static String row(LayerOutput layer) {
        long[] shape = layer.output().shape().asArray();
        return Arrays.toString(Arrays.copyOfRange(shape, 1, shape.length));
    }
}
