package io.regulus.model;

import io.regulus.engine.Engine;
import io.regulus.ops.Pass.LayerOutput;
import io.regulus.ops.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/**
 * Which layers read a row that was an image or a sequence before, by the graph: what a field flattens reaches all behind it up to the
 * next kernel, through activations, dropout, norms and merges.
 */
final class FlattenedInputs {
    private static final String FLATTEN = "flatten";

    /** Of layers that leave what they read as it is the first of that output. */
    private final Map<String, LayerOutput> byOutput = new HashMap<>();

    /** How many values a layer with a kernel reads. */
    private final Map<String, Long> read = new HashMap<>();

    /** Layers with a kernel, behind which no value stands for a single pixel. */
    private final Set<String> mixing = new HashSet<>();

    FlattenedInputs(Engine engine) {
        engine.layers()
                .forEach(layer -> byOutput.putIfAbsent(layer.output().op().name(), layer));
        for (Variable<?> weight : engine.state().weights()) {
            if (weight.shape().numDimensions() > 1) {
                String layer = weight.name().substring(0, weight.name().lastIndexOf('/'));
                mixing.add(layer);
                read.put(layer, weight.shape().get(0));
            }
        }
    }

    /**
     * The dimensions of what a layer reads flattened, but for the rows of the batch; empty where it reads nothing of the kind, or what has
     * one channel or one place alone, whose order is the same however it is flattened.
     */
    List<Long> of(LayerOutput layer) {
        List<Long> found = dimensions(layer);
        if (found.isEmpty()) {
            return found;
        }
        long channels = found.get(found.size() - 1);
        long values = found.stream().reduce(1L, Math::multiplyExact);
        return channels == 1 || channels == values ? List.of() : found;
    }

    private List<Long> dimensions(LayerOutput layer) {
        if (layer.operations().startsWith(FLATTEN)) {
            Shape output = layer.output().shape();
            return dimensions(layer, read.getOrDefault(layer.name(), output.get(output.numDimensions() - 1)));
        }
        return GraphWalk.behind(
                        layer.output(),
                        op -> before(layer, op)
                                .filter(before -> givesFlattened(before) || mixing.contains(before.name()))
                                .isPresent())
                .stream()
                .flatMap(op -> before(layer, op).stream())
                .filter(this::givesFlattened)
                .findFirst()
                .map(before -> dimensions(before, before.output().shape().get(1)))
                .orElse(List.of());
    }

    private Optional<LayerOutput> before(LayerOutput layer, GraphOperation op) {
        return Optional.ofNullable(byOutput.get(op.name()))
                .filter(other -> !other.name().equals(layer.name()));
    }

    /** By its words: a dense layer flattens what it reads, a field that flattens after its kernel what it gives. A reshape may make rows, too. */
    private boolean givesFlattened(LayerOutput layer) {
        String words = layer.operations();
        boolean first = words.startsWith(FLATTEN) && mixing.contains(layer.name());
        return !first
                && (words.contains(FLATTEN) || words.contains("reshape"))
                && layer.output().shape().numDimensions() == 2;
    }

    /** Those that the nearest op has which makes rows of so many values of more dimensions. */
    private static List<Long> dimensions(LayerOutput layer, long values) {
        return GraphWalk.behind(layer.output(), op -> false).stream()
                .filter(op -> makesRows(op, values))
                .findFirst()
                .map(op -> op.input(0).shape())
                .map(shape -> Arrays.stream(shape.asArray()).skip(1).boxed().toList())
                .orElse(List.of());
    }

    private static boolean makesRows(GraphOperation op, long values) {
        if (!op.type().equals("Reshape")) {
            return false;
        }
        Shape from = op.input(0).shape();
        Shape to = op.output(0).shape();
        return from.numDimensions() > 2
                && to.numDimensions() == 2
                && to.get(1) == values
                && Arrays.stream(from.asArray()).skip(1).reduce(1, Math::multiplyExact) == to.get(1);
    }
}
