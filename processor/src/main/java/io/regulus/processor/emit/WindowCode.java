package io.regulus.processor.emit;

import static io.regulus.processor.emit.GeneratedNames.factor;
import static io.regulus.processor.emit.GeneratedNames.words;
import static io.regulus.processor.emit.RuntimeNames.CONVOLUTIONS;
import static io.regulus.processor.emit.RuntimeNames.POOLING;
import static io.regulus.processor.emit.RuntimeNames.UP_SAMPLING;

import com.palantir.javapoet.CodeBlock;
import io.regulus.annotations.Interpolation;
import io.regulus.processor.graph.Conv1DOp;
import io.regulus.processor.graph.Conv2DOp;
import io.regulus.processor.graph.Conv2DTransposeOp;
import io.regulus.processor.graph.DepthwiseConv2DOp;
import io.regulus.processor.graph.PoolOp;
import io.regulus.processor.graph.UpSamplingOp;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the ops that slide a window over an image or a sequence, without their bias. */
final class WindowCode {
    private WindowCode() {}

    static String conv1d(Conv1DOp operation, LayerMethod method) {
        String padding = operation.causal() ? "CAUSAL" : operation.padding().name();
        method.assign(
                "$T.conv1d(tf, $L, $L, $L, $L, $S)",
                CONVOLUTIONS,
                method.current(),
                factor(operation.kernel()),
                operation.stride(),
                operation.dilation(),
                padding);
        String words = operation.causal() ? "causal conv1d " : "conv1d ";
        return words(
                words + operation.kernel().dims().get(0) + dilated(List.of(operation.dilation())), operation.kernel());
    }

    static String conv2d(Conv2DOp operation, LayerMethod method) {
        if (isDilated(operation.dilation())) {
            method.assign(
                    "$T.dilated(tf, $L, $L, $L, $S)",
                    CONVOLUTIONS,
                    method.current(),
                    factor(operation.kernel()),
                    longs(operation.dilation()),
                    operation.padding().name());
        } else {
            method.assign(
                    "tf.nn.conv2d($L, $L, $T.of(1L, $LL, $LL, 1L), $S)",
                    method.current(),
                    factor(operation.kernel()),
                    List.class,
                    operation.strides().get(0),
                    operation.strides().get(1),
                    operation.padding().name());
        }
        return words(
                "conv2d " + size(operation.kernel().dims().subList(0, 2)) + dilated(operation.dilation()),
                operation.kernel());
    }

    static String conv2dTranspose(Conv2DTransposeOp operation, LayerMethod method) {
        method.assign(
                "$T.transposed(tf, $L, $L, $L, $L, $S)",
                CONVOLUTIONS,
                method.current(),
                factor(operation.kernel()),
                longs(operation.strides()),
                longs(operation.output().dims()),
                operation.padding().name());
        return words("transposed conv2d " + size(operation.kernel().dims().subList(0, 2)), operation.kernel());
    }

    static String upSampling(UpSamplingOp operation, LayerMethod method) {
        boolean nearest = operation.interpolation() == Interpolation.NEAREST;
        method.assign(
                "$T.$L(tf, $L, $L)",
                UP_SAMPLING,
                nearest ? "nearest" : "bilinear",
                method.current(),
                longs(operation.size()));
        return (nearest ? "up to " : "bilinear up to ")
                + size(operation.output().dims().subList(0, 2));
    }

    static String depthwiseConv2d(DepthwiseConv2DOp operation, LayerMethod method) {
        if (isDilated(operation.dilation())) {
            method.assign(
                    "$T.dilatedDepthwise(tf, $L, $L, $L, $S)",
                    CONVOLUTIONS,
                    method.current(),
                    factor(operation.kernel()),
                    longs(operation.dilation()),
                    operation.padding().name());
        } else {
            method.assign(
                    "tf.nn.depthwiseConv2dNative($L, $L, $T.of(1L, $LL, $LL, 1L), $S)",
                    method.current(),
                    factor(operation.kernel()),
                    List.class,
                    operation.stride(),
                    operation.stride(),
                    operation.padding().name());
        }
        return words(
                "depthwise conv2d " + size(operation.kernel().dims().subList(0, 2)) + dilated(operation.dilation()),
                operation.kernel());
    }

    static String pool(PoolOp operation, LayerMethod method) {
        if (operation.overSteps()) {
            method.assign(
                    "$T.$L(tf, $L, $L, $L, $S)",
                    POOLING,
                    operation.max() ? "max1d" : "average1d",
                    method.current(),
                    operation.window().get(0),
                    operation.strides().get(0),
                    operation.padding().name());
        } else {
            method.assign(
                    "$T.$L(tf, $L, $L, $L, $S)",
                    POOLING,
                    operation.max() ? "max" : "average",
                    method.current(),
                    longs(operation.window()),
                    longs(operation.strides()),
                    operation.padding().name());
        }
        return (operation.max() ? "max pool " : "average pool ") + size(operation.window());
    }

    private static boolean isDilated(List<Integer> dilation) {
        return dilation.stream().anyMatch(distance -> distance > 1);
    }

    private static String dilated(List<Integer> dilation) {
        return isDilated(dilation) ? " dilated " + size(dilation) : "";
    }

    private static String size(List<Integer> window) {
        return window.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    private static CodeBlock longs(List<Integer> numbers) {
        return CodeBlock.of("$T.of($LL, $LL)", List.class, numbers.get(0), numbers.get(1));
    }
}
