package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.member;
import static io.regulus.processor.emit.GeneratedNames.norm;
import static io.regulus.processor.emit.GeneratedNames.read;
import static io.regulus.processor.emit.RuntimeNames.ACTIVATIONS;
import static io.regulus.processor.emit.RuntimeNames.DROPOUT;
import static io.regulus.processor.emit.RuntimeNames.FLOATS;
import static io.regulus.processor.emit.RuntimeNames.POOLING;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.regulus.annotations.ActivationFunction;
import io.regulus.processor.graph.LayerNode;
import io.regulus.processor.graph.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The method of one layer: a statement per op, each taking what the one before gave. */
final class LayerMethod implements Operation.Cases<String> {
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
        this.method = MethodSpec.methodBuilder(layer.name())
                .addModifiers(Modifier.PRIVATE)
                .returns(FLOATS);
        // not the names of the layers that are read: they could hide a weight or a class that this method uses
        boolean single = layer.inputs().size() == 1;
        for (int i = 1; i <= layer.inputs().size(); i++) {
            String name = single ? "input" : "input" + i;
            inputs.add(name);
            method.addParameter(FLOATS, name);
        }
        this.current = inputs.get(0);
    }

    static MethodSpec of(LayerNode layer) {
        return new LayerMethod(layer).build();
    }

    /** What a layer does in words: {@code conv2d 3x3, batch norm, relu}. */
    static String words(LayerNode layer) {
        LayerMethod scratch = new LayerMethod(layer);
        return layer.operations().stream()
                .map(operation -> operation.match(scratch))
                .collect(Collectors.joining(", "));
    }

    private MethodSpec build() {
        comments().forEach(line -> method.addComment("$L", line));
        String words = layer.operations().stream()
                .map(operation -> operation.match(this))
                .collect(Collectors.joining(", "));
        return method.addStatement("return pass.layer($S, $S, $L)", layer.name(), words, current)
                .build();
    }

    /** The annotations, on one line where they fit. */
    private List<String> comments() {
        String line = String.join(" ", layer.sources());
        return line.length() <= LINE ? List.of(line) : layer.sources();
    }

    private void assign(String format, Object... arguments) {
        CodeBlock value = CodeBlock.of(format, arguments);
        if (current.equals(VALUE)) {
            method.addStatement("$L = $L", VALUE, value);
        } else {
            method.addStatement("$T $L = $L", FLOATS, VALUE, value);
            current = VALUE;
        }
    }

    @Override
    public String add(Operation.Add operation) {
        if (inputs.size() == 2) {
            assign("tf.math.add($L, $L)", inputs.get(0), inputs.get(1));
        } else {
            assign("tf.math.addN($T.of($L))", List.class, String.join(", ", inputs));
        }
        return "add";
    }

    @Override
    public String concat(Operation.Concat operation) {
        assign("tf.concat($T.of($L), tf.constant(-1))", List.class, String.join(", ", inputs));
        return "concat";
    }

    @Override
    public String dense(Operation.Dense operation) {
        assign("tf.linalg.matMul($L, $L)", current, member(operation.kernel()));
        operation.bias().ifPresent(bias -> assign("tf.nn.biasAdd($L, $L)", current, member(bias)));
        return "dense";
    }

    @Override
    public String conv2d(Operation.Conv2D operation) {
        assign(
                "tf.nn.conv2d($L, $L, $T.of(1L, $LL, $LL, 1L), $S)",
                current,
                member(operation.kernel()),
                List.class,
                operation.strides().get(0),
                operation.strides().get(1),
                operation.padding().name());
        operation.bias().ifPresent(bias -> assign("tf.nn.biasAdd($L, $L)", current, member(bias)));
        return "conv2d " + size(operation.kernel().dims());
    }

    @Override
    public String batchNorm(Operation.BatchNorm operation) {
        CodeBlock arguments = CodeBlock.of(
                "pass, $L, $L, $L, $L",
                current,
                read(operation.momentum()),
                read(operation.epsilon()),
                operation.unbiased());
        if (operation.dropout().isPresent()) {
            CodeBlock p = read(operation.dropout().get());
            assign("$N.reluDropout($L, $S, $L)", norm(layer.name()), arguments, layer.name(), p);
            return "batch norm, relu, dropout";
        }
        assign("$N.$L($L)", norm(layer.name()), operation.relu() ? "relu" : "apply", arguments);
        return operation.relu() ? "batch norm, relu" : "batch norm";
    }

    @Override
    public String activation(Operation.Activation operation) {
        ActivationFunction function = operation.function();
        String name = function.name().toLowerCase(Locale.ROOT).replace("_", " ");
        switch (function) {
            case LINEAR -> throw new IllegalStateException("a linear activation is no operation");
            case RELU, ELU, SELU -> assign("tf.nn.$L($L)", name, current);
            case SIGMOID, TANH, SOFTPLUS -> assign("tf.math.$L($L)", name, current);
            case GELU, SILU -> assign("$T.$L(tf, $L)", ACTIVATIONS, name, current);
            case LEAKY_RELU ->
                assign(
                        "$T.leakyRelu(tf, $L, $L)",
                        ACTIVATIONS,
                        current,
                        operation
                                .negativeSlope()
                                .map(GeneratedNames::read)
                                .orElse(CodeBlock.of("$T.DEFAULT_SLOPE", ACTIVATIONS)));
        }
        return name;
    }

    @Override
    public String pool2d(Operation.Pool2D operation) {
        assign(
                "$T.$L(tf, $L, $L, $L, $S)",
                POOLING,
                operation.max() ? "max" : "average",
                current,
                longs(operation.window()),
                longs(operation.strides()),
                operation.padding().name());
        return (operation.max() ? "max pool " : "average pool ") + size(operation.window());
    }

    @Override
    public String globalAverage(Operation.GlobalAverage operation) {
        assign("$T.globalAverage(tf, $L)", POOLING, current);
        return "global average pool";
    }

    @Override
    public String flatten(Operation.Flatten operation) {
        assign("tf.reshape($L, tf.constant(new long[] {-1, $L}))", current, operation.length());
        return "flatten";
    }

    @Override
    public String dropout(Operation.Dropout operation) {
        String method = operation.relu() ? "afterRelu" : "apply";
        assign("$T.$L(pass, $S, $L, $L)", DROPOUT, method, layer.name(), current, read(operation.p()));
        return operation.relu() ? "relu, dropout" : "dropout";
    }

    private static String size(List<Integer> window) {
        return window.get(0) + "x" + window.get(1);
    }

    private static CodeBlock longs(List<Integer> numbers) {
        return CodeBlock.of("$T.of($LL, $LL)", List.class, numbers.get(0), numbers.get(1));
    }
}
