package io.regulus.model;

import io.regulus.engine.Engine;
import io.regulus.engine.NetworkState;
import io.regulus.interchange.ImportReport;
import io.regulus.interchange.LayerWeights;
import io.regulus.interchange.WeightMapping;
import io.regulus.interchange.WeightTransfer;
import io.regulus.ops.Pass;
import io.regulus.ops.Variable;
import io.regulus.save.ElementType;
import io.regulus.save.NamedTensor;
import io.regulus.save.SafetensorsFile;
import io.regulus.save.SealedFile;
import io.regulus.save.VariableShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Between the weights of an engine and files of other libraries. */
final class WeightFiles {
    private WeightFiles() {}

    static void write(Engine engine, Weights weights, Path file, WeightMapping mapping) {
        if (SealedFile.isAt(file)) {
            throw new IllegalArgumentException("cannot export weights to " + file
                    + ": it is the file of a saved model or a checkpoint, which they would destroy; give another name");
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        weights.names().forEach(name -> values.put(name, weights.get(name)));
        SafetensorsFile.replace(file, mapping.metadata(), new WeightTransfer(layers(engine), mapping).out(values));
    }

    static ImportReport load(Engine engine, List<NamedTensor> tensors, String origin, WeightMapping mapping) {
        WeightTransfer.Incoming incoming = new WeightTransfer(layers(engine), mapping).in(tensors, origin);
        Map<String, byte[]> values = new LinkedHashMap<>();
        incoming.values().forEach((name, floats) -> {
            byte[] bytes = new byte[Math.multiplyExact(floats.length, Float.BYTES)];
            NetworkState.bytes(bytes).asFloatBuffer().put(floats);
            values.put(name, bytes);
        });
        engine.state().writeVariables(values);
        return incoming.report();
    }

    /** The weights layer by layer, in the order of the network. */
    private static List<LayerWeights> layers(Engine engine) {
        Map<String, Pass.LayerOutput> outputs = new LinkedHashMap<>();
        engine.layers().forEach(layer -> outputs.putIfAbsent(layer.name(), layer));
        FlattenedInputs inputs = new FlattenedInputs(engine);
        Map<String, Map<String, VariableShape>> layers = new LinkedHashMap<>();
        for (Variable<?> weight : engine.state().weights()) {
            int slash = weight.name().lastIndexOf('/');
            layers.computeIfAbsent(weight.name().substring(0, slash), any -> new LinkedHashMap<>())
                    .put(
                            weight.name().substring(slash + 1),
                            new VariableShape(
                                    weight.name(),
                                    ElementType.F32,
                                    weight.shape().asArray()));
        }
        List<LayerWeights> all = new ArrayList<>();
        layers.forEach((name, weights) -> {
            Optional<Pass.LayerOutput> output = Optional.ofNullable(outputs.get(name));
            all.add(new LayerWeights(
                    name,
                    output.map(Pass.LayerOutput::operations).orElse(""),
                    output.map(inputs::of).orElse(List.of()),
                    weights));
        });
        return all;
    }
}
