package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.BOOL;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.INT32;
import static io.regulus.processor.emit.RuntimeNames.operand;
import static io.regulus.processor.spec.FieldSpec.identifier;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.regulus.processor.graph.InputNode;
import io.regulus.processor.graph.LayerGraph;
import io.regulus.processor.graph.LayerNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The calls of the layers' methods, as the model class reads: what a block stands for is one call there, of a method that calls the
 * block's layers.
 */
final class Calls {
    /** What a block's method takes as floats; no layer of a block has that name. */
    private static final String INPUT = "input";

    private final List<MethodSpec> methods = new ArrayList<>();
    private final CodeBlock all;

    /**
     * What the local variables of a method are called.
     *
     * @param values by layer or input, what it gives
     * @param fed by input, what is fed
     * @param masks by input, the mask that its zeros make
     */
    private record Names(Map<String, String> values, Map<String, String> fed, Map<String, String> masks) {
        List<String> arguments(LayerNode layer) {
            List<String> arguments = new ArrayList<>(
                    layer.readsIds()
                            ? List.of(fed.get(layer.inputs().get(0)))
                            : layer.inputs().stream().map(values::get).toList());
            layer.masks().forEach(masked -> masked.ifPresent(input -> arguments.add(masks.get(input))));
            return arguments;
        }
    }

    Calls(LayerGraph graph, Function<InputNode, String> fed, UnaryOperator<String> mask, GeneratedNames generated) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        Map<String, String> masks = new HashMap<>();
        for (InputNode input : graph.inputs()) {
            values.put(input.name(), input.name());
            ids.put(input.name(), fed.apply(input));
            masks.put(input.name(), mask.apply(input.name()));
        }
        boolean several = graph.outputs().size() > 1;
        CodeBlock.Builder code =
                CodeBlock.builder().add(calls(graph.layers(), "", new Names(values, ids, masks), !several));
        if (several) {
            String outputs = graph.outputs().stream()
                    .map(output -> values.get(output.name()))
                    .collect(Collectors.joining(", "));
            code.addStatement("return new $T($L)", generated.outputs(), outputs);
        }
        this.all = code.build();
    }

    /** The statements from the input to the output. */
    CodeBlock all() {
        return all;
    }

    /** A method per layer and per use of a block, each before those that it calls. */
    List<MethodSpec> methods() {
        return methods;
    }

    /**
     * The calls of layers and blocks.
     *
     * @param layers those of one use of a block, or all
     * @param prefix what their names start with
     * @param names the local variables
     * @param returned whether what the last one gives is returned
     */
    private CodeBlock calls(List<LayerNode> layers, String prefix, Names names, boolean returned) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int start = 0, end; start < layers.size(); start = end) {
            String name = part(layers.get(start), prefix);
            end = start + 1;
            while (end < layers.size() && part(layers.get(end), prefix).equals(name)) {
                end++;
            }
            List<LayerNode> group = layers.subList(start, end);
            LayerNode last = group.get(group.size() - 1);
            boolean isLayer = group.get(0).name().equals(prefix + name);
            List<String> arguments = isLayer ? names.arguments(group.get(0)) : arguments(group, names);
            CodeBlock call = CodeBlock.of("$N($L)", identifier(prefix + name), String.join(", ", arguments));
            if (isLayer) {
                methods.add(LayerMethod.of(group.get(0)));
            } else {
                addBlock(group, prefix + name);
            }
            if (returned && end == layers.size()) {
                code.addStatement("return $L", call);
            } else {
                String value = Character.isDigit(name.charAt(0)) ? identifier(prefix + name) : name;
                code.addStatement("$T $N = $L", FLOATS, value, call);
                names.values().put(last.name(), value);
            }
        }
        return code.build();
    }

    /** The part of a layer's name that follows a prefix: its own name, or that of a block around it. */
    private static String part(LayerNode layer, String prefix) {
        return layer.name().substring(prefix.length()).split("/", 2)[0];
    }

    /** What a block reads: its first layer reads nothing else. */
    private static String input(List<LayerNode> block) {
        return block.get(0).inputs().get(0);
    }

    private static Stream<LayerNode> readers(List<LayerNode> block) {
        return block.stream().filter(layer -> layer.inputs().contains(input(block)));
    }

    private static boolean readsIds(List<LayerNode> block) {
        return readers(block).anyMatch(LayerNode::readsIds);
    }

    private static boolean readsFloats(List<LayerNode> block) {
        return readers(block).anyMatch(layer -> !layer.readsIds());
    }

    /** The input whose zeros mask steps in a block: one at most, since a block reads one thing. */
    private static Optional<String> masked(List<LayerNode> block) {
        return block.stream()
                .flatMap(layer -> layer.masks().stream())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> arguments(List<LayerNode> block, Names names) {
        List<String> arguments = new ArrayList<>();
        if (readsFloats(block)) {
            arguments.add(names.values().get(input(block)));
        }
        if (readsIds(block)) {
            arguments.add(names.fed().get(input(block)));
        }
        masked(block).ifPresent(input -> arguments.add(names.masks().get(input)));
        return arguments;
    }

    /** The method of one use of a block, with those of its layers. */
    private void addBlock(List<LayerNode> block, String name) {
        int place = methods.size();
        MethodSpec.Builder method = MethodSpec.methodBuilder(identifier(name))
                .addModifiers(Modifier.PRIVATE)
                .returns(FLOATS);
        List<String> taken =
                block.stream().map(layer -> part(layer, name + "/")).toList();
        String ids = GeneratedNames.free("ids", taken);
        String mask = GeneratedNames.free("mask", taken);
        if (readsFloats(block)) {
            method.addParameter(FLOATS, INPUT);
        }
        if (readsIds(block)) {
            method.addParameter(operand(INT32), ids);
        }
        masked(block).ifPresent(input -> method.addParameter(operand(BOOL), mask));
        if (block.get(0).blocks().containsKey(name)) {
            method.addComment("$L", block.get(0).blocks().get(name));
        }
        Map<String, String> values = new HashMap<>();
        values.put(input(block), INPUT);
        Map<String, String> masks = new HashMap<>();
        masked(block).ifPresent(input -> masks.put(input, mask));
        Names names = new Names(values, Map.of(input(block), ids), masks);
        method.addCode(calls(block, name + "/", names, true));
        methods.add(place, method.build());
    }
}
