package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.BOOL;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.INT32;
import static io.regulus.processor.emit.RuntimeNames.operand;
import static io.regulus.processor.spec.FieldSpec.identifier;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.regulus.processor.graph.Holder;
import io.regulus.processor.graph.LayerNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The method of one layer while it is written: a statement per op, each taking what the one before gave. */
final class LayerMethod {
    /** The local variable every statement assigns. */
    private static final String VALUE = "x";

    /** Longest comment that is kept on one line. */
    private static final int LINE = 100;

    private final LayerNode layer;
    private final List<String> inputs = new ArrayList<>();
    private final MethodSpec.Builder method;
    private String current;

    private LayerMethod(LayerNode layer) {
        this.layer = layer;
        this.method = MethodSpec.methodBuilder(identifier(layer.name()))
                .addModifiers(Modifier.PRIVATE)
                .returns(FLOATS);
        // not the names of the layers that are read: they could hide a weight or a class that this method uses
        boolean single = layer.inputs().size() == 1;
        for (int i = 1; i <= layer.inputs().size(); i++) {
            String name = single ? "input" : "input" + i;
            inputs.add(name);
            method.addParameter(layer.readsIds() ? operand(INT32) : FLOATS, name);
        }
        for (int i = 0; i < layer.masks().size(); i++) {
            mask(i).ifPresent(name -> method.addParameter(operand(BOOL), name));
        }
        this.current = inputs.get(0);
    }

    static MethodSpec of(LayerNode layer) {
        return new LayerMethod(layer).build();
    }

    /** What a layer does in words: {@code conv2d 3x3, batch norm, relu}. */
    static String words(LayerNode layer) {
        return new LayerMethod(layer).operations();
    }

    private MethodSpec build() {
        comments().forEach(line -> method.addComment("$L", line));
        String words = operations();
        return method.addStatement("return pass.layer($S, $S, $L)", layer.name(), words, current)
                .build();
    }

    /** Writes every operation; what they are in words. */
    private String operations() {
        OperationCode code = new OperationCode(this);
        String words = layer.operations().stream()
                .map(operation -> operation.match(code))
                .collect(Collectors.joining(", "));
        return layer.isFrozen() ? words + ", frozen" : words;
    }

    /** The annotations, on one line where they fit. */
    private List<String> comments() {
        String line = String.join(" ", layer.sources());
        return line.length() <= LINE ? List.of(line) : layer.sources();
    }

    /** Name of the layer, which variables and seeds are named by. */
    String layer() {
        return layer.name();
    }

    /** The field of the graph class that holds several variables of this layer, or of the one whose weights it uses. */
    String holder(Holder holder) {
        return GeneratedNames.holder(layer.owner(), holder);
    }

    /** The names of what the layer reads. */
    List<String> inputs() {
        return inputs;
    }

    /** The name of what the operation before gave. */
    String current() {
        return current;
    }

    /** The name of the mask, [rows, steps], true where a step counts, of what the layer reads; empty where none holds. */
    Optional<String> mask() {
        return mask(0);
    }

    /** The same of one of several inputs, counted from 0. */
    Optional<String> mask(int input) {
        return layer.masks().get(input).map(ids -> inputs.size() == 1 ? "mask" : "mask" + (input + 1));
    }

    /** Gives the value of an expression to the operations that follow. */
    void assign(String format, Object... arguments) {
        CodeBlock value = CodeBlock.of(format, arguments);
        if (current.equals(VALUE)) {
            method.addStatement("$L = $L", VALUE, value);
        } else {
            method.addStatement("$T $L = $L", FLOATS, VALUE, value);
            current = VALUE;
        }
    }
}
