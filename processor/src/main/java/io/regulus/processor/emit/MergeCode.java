package io.regulus.processor.emit;

import static io.regulus.processor.emit.RuntimeNames.PRODUCTS;

import com.palantir.javapoet.CodeBlock;
import io.regulus.processor.graph.DotOp;
import io.regulus.processor.graph.MultiplyOp;
import io.regulus.processor.spec.TensorShape;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what makes one of the inputs of a layer. */
final class MergeCode {
    private MergeCode() {}

    static String add(LayerMethod method) {
        if (method.inputs().size() == 2) {
            method.assign(
                    "tf.math.add($L, $L)",
                    method.inputs().get(0),
                    method.inputs().get(1));
        } else {
            method.assign("tf.math.addN($T.of($L))", List.class, String.join(", ", method.inputs()));
        }
        return "add";
    }

    static String concat(LayerMethod method) {
        method.assign("tf.concat($T.of($L), tf.constant(-1))", List.class, String.join(", ", method.inputs()));
        return "concat";
    }

    static String multiply(MultiplyOp operation, LayerMethod method) {
        CodeBlock product = factor(operation, method, 0);
        for (int i = 1; i < method.inputs().size(); i++) {
            method.assign("tf.math.mul($L, $L)", product, factor(operation, method, i));
            product = CodeBlock.of("$L", method.current());
        }
        return "multiply";
    }

    /** An input, with axes of size 1 in front where others have more dimensions. */
    private static CodeBlock factor(MultiplyOp operation, LayerMethod method, int input) {
        String name = method.inputs().get(input);
        TensorShape shape = operation.inputs().get(input);
        return shape.rank() == operation.rank()
                ? CodeBlock.of("$L", name)
                : CodeBlock.of(
                        "tf.reshape($L, tf.constant(new long[] {-1, $L}))",
                        name,
                        dims(shape.withRank(operation.rank())));
    }

    static String dot(DotOp operation, LayerMethod method) {
        method.assign(
                "$T.$L(tf, $L, $L, $L, $L)",
                PRODUCTS,
                operation.normalize() ? "cosine" : "dot",
                method.inputs().get(0),
                method.inputs().get(1),
                operation.firstAxis(),
                operation.secondAxis());
        return operation.normalize() ? "cosine" : "dot";
    }

    private static String dims(TensorShape shape) {
        return shape.dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
