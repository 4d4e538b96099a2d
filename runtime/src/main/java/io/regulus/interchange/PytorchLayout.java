package io.regulus.interchange;

import io.regulus.save.VariableShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** PyTorch's modules: outputs first in every kernel, channels before height and width. */
final class PytorchLayout implements WeightLayout {
    private static final Map<String, String> NORM =
            Map.of("scale", "weight", "shift", "bias", "mean", "running_mean", "variance", "running_var");

    @Override
    public String module(String part) {
        return part.replace('/', '.');
    }

    @Override
    public boolean channelsFirst() {
        return true;
    }

    /** The steps that a norm has counted, which only its {@code momentum=None} needs, and a vector that follows from another one. */
    @Override
    public boolean ignores(String tensor) {
        return tensor.endsWith("num_batches_tracked") || tensor.endsWith(SpectralNorm.OTHER_VECTOR);
    }

    /** Without this, Hugging Face's Transformers refuses a file. */
    @Override
    public Map<String, String> metadata() {
        return Map.of("format", "pt");
    }

    @Override
    public List<Exchange> exchanges(LayerWeights layer, UnaryOperator<String> module) {
        List<Exchange> exchanges = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(layer.byKind().keySet());
        if (layer.has("query_kernel")) {
            exchanges.addAll(attention(layer, module.apply(layer.name())));
        } else if (layer.has("recurrent_kernel")) {
            exchanges.addAll(recurrent(layer, module.apply(layer.name()), "", ""));
            if (layer.has("backward_kernel")) {
                exchanges.addAll(recurrent(layer, module.apply(layer.name()), "backward_", "_reverse"));
            }
        }
        exchanges.forEach(exchange -> exchange.ours().forEach(weight -> left.remove(kind(weight))));
        left.forEach(kind -> exchanges.add(single(layer, kind, module)));
        return exchanges;
    }

    private static String kind(VariableShape weight) {
        return weight.name().substring(weight.name().lastIndexOf('/') + 1);
    }

    private static Exchange single(LayerWeights layer, String kind, UnaryOperator<String> module) {
        VariableShape weight = layer.byKind().get(kind);
        String own = module.apply(layer.part(kind)) + ".";
        if (layer.isNorm(kind)) {
            return Exchange.same(weight, own + NORM.get(kind));
        }
        boolean separable = layer.has("pointwise_kernel");
        return switch (kind) {
            case "kernel" -> kernel(weight, layer, own + kernelName(layer));
            case "u" -> Exchange.same(weight, own + SpectralNorm.VECTOR);
            case "gain" -> gain(weight, layer.shape("kernel").size(), own + WeightNorm.LENGTH);
            case "depthwise_kernel" -> depthwise(weight, module.apply(layer.name() + "/depthwise") + ".weight");
            case "pointwise_kernel" -> convolution(weight, module.apply(layer.name() + "/pointwise") + ".weight");
            case "bias" ->
                Exchange.same(weight, separable ? module.apply(layer.name() + "/pointwise") + ".bias" : own + "bias");
            case "embedding" -> Exchange.same(weight, own + "weight");
            default -> Exchange.same(weight, own + kind);
        };
    }

    private static String kernelName(LayerWeights layer) {
        return layer.has("gain") ? WeightNorm.DIRECTION : layer.has("u") ? SpectralNorm.KERNEL : "weight";
    }

    /** The names that {@code torch.nn.utils.parametrizations.spectral_norm} gives. */
    private static final class SpectralNorm {
        static final String KERNEL = "parametrizations.weight.original";
        static final String VECTOR = "parametrizations.weight.0._u";
        static final String OTHER_VECTOR = "parametrizations.weight.0._v";
    }

    /** The names that {@code torch.nn.utils.parametrizations.weight_norm} gives. */
    private static final class WeightNorm {
        static final String LENGTH = "parametrizations.weight.original0";
        static final String DIRECTION = "parametrizations.weight.original1";
    }

    /** [out] here; [out, 1, ...] there, with as many axes as the kernel. */
    private static Exchange gain(VariableShape weight, int axes, String theirs) {
        List<Long> shape = Stream.concat(
                        weight.shape().stream(), Stream.generate(() -> 1L).limit(axes - 1L))
                .toList();
        return Exchange.reshaped(weight, theirs, shape);
    }

    private static Exchange kernel(VariableShape weight, LayerWeights layer, String theirs) {
        if (layer.operations().contains("transposed")) {
            // [height, width, in, out] to [in, out, height, width]
            return Exchange.transposed(weight, theirs, 2, 3, 0, 1);
        }
        return layer.operations().contains("depthwise") ? depthwise(weight, theirs) : convolution(weight, theirs);
    }

    /** [..., in, out] to [out, in, ...]: dense layers and convolutions of any number of dimensions. */
    private static Exchange convolution(VariableShape weight, String theirs) {
        int axes = weight.shape().size();
        int[] order = IntStream.concat(IntStream.of(axes - 1, axes - 2), IntStream.range(0, axes - 2))
                .toArray();
        return Exchange.transposed(weight, theirs, order);
    }

    /** [height, width, c, m] to [c * m, 1, height, width]. */
    private static Exchange depthwise(VariableShape weight, String theirs) {
        List<Long> shape = weight.shape();
        return Exchange.transposed(
                weight,
                theirs,
                shape,
                new int[] {2, 3, 0, 1},
                List.of(shape.get(2) * shape.get(3), 1L, shape.get(0), shape.get(1)));
    }

    // Recurrent

    private static List<Exchange> recurrent(LayerWeights layer, String module, String prefix, String suffix) {
        VariableShape kernel = layer.byKind().get(prefix + "kernel");
        VariableShape recurrentKernel = layer.byKind().get(prefix + "recurrent_kernel");
        int gates = Math.toIntExact(
                recurrentKernel.shape().get(1) / recurrentKernel.shape().get(0));
        List<Exchange> exchanges = new ArrayList<>();
        exchanges.add(gated(Exchange.transposed(kernel, module + ".weight_ih_l0" + suffix, 1, 0), gates));
        exchanges.add(gated(Exchange.transposed(recurrentKernel, module + ".weight_hh_l0" + suffix, 1, 0), gates));
        VariableShape bias = layer.byKind().get(prefix + "bias");
        if (bias == null) {
            return exchanges;
        }
        List<Long> shape = List.of(recurrentKernel.shape().get(1));
        List<VariableShape> theirs = List.of(
                Exchange.tensor(module + ".bias_ih_l0" + suffix, shape),
                Exchange.tensor(module + ".bias_hh_l0" + suffix, shape));
        if (gates == 4) {
            exchanges.add(new Exchange(
                    List.of(bias),
                    theirs,
                    values -> List.of(sum(values.get(0), values.get(1))),
                    values -> List.of(values.get(0), new float[values.get(0).length])));
        } else if (bias.shape().size() == 2) {
            exchanges.add(new Exchange(
                    List.of(bias),
                    theirs,
                    values -> List.of(Exchange.joined(
                            values.stream().map(PytorchLayout::firstTwoSwapped).toList())),
                    values -> Stream.of(half(values.get(0), 0), half(values.get(0), 1))
                            .map(PytorchLayout::firstTwoSwapped)
                            .toList()));
        }
        // a GRU that resets before its product, whose bias is of one row, is none of PyTorch's: it keeps its name
        return exchanges;
    }

    /** The gates of an LSTM stand in the same order; of a GRU r comes before z. */
    private static Exchange gated(Exchange exchange, int gates) {
        Exchange.Conversion swapped =
                values -> values.stream().map(PytorchLayout::firstTwoSwapped).toList();
        return gates == 4 ? exchange : exchange.behind(exchange.theirs(), swapped, swapped);
    }

    /** Of three parts of equal length the second, the first and the third. */
    private static float[] firstTwoSwapped(float[] values) {
        int third = values.length / 3;
        return Exchange.joined(List.of(
                Exchange.cut(values, third, 2 * third),
                Exchange.cut(values, 0, third),
                Exchange.cut(values, 2 * third, values.length)));
    }

    private static float[] half(float[] values, int which) {
        int half = values.length / 2;
        return Exchange.cut(values, which * half, (which + 1) * half);
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    // Attention

    private static List<Exchange> attention(LayerWeights layer, String module) {
        boolean block = layer.has("dense1_kernel");
        String own = module + (block ? ".self_attn." : ".");
        List<Exchange> exchanges = new ArrayList<>(projections(layer, own));
        exchanges.add(convolution(layer.byKind().get("output_kernel"), own + "out_proj.weight"));
        if (layer.has("output_bias")) {
            exchanges.add(Exchange.same(layer.byKind().get("output_bias"), own + "out_proj.bias"));
        }
        if (block) {
            for (int i = 1; i <= 2; i++) {
                exchanges.add(
                        convolution(layer.byKind().get("dense" + i + "_kernel"), module + ".linear" + i + ".weight"));
                exchanges.add(
                        Exchange.same(layer.byKind().get("dense" + i + "_bias"), module + ".linear" + i + ".bias"));
                exchanges.add(
                        Exchange.same(layer.byKind().get("norm" + i + "_scale"), module + ".norm" + i + ".weight"));
                exchanges.add(Exchange.same(layer.byKind().get("norm" + i + "_shift"), module + ".norm" + i + ".bias"));
            }
        }
        return exchanges;
    }

    /** Query, key and value stand in one tensor, or, where key and value have features of their own, the kernels in three. */
    private static List<Exchange> projections(LayerWeights layer, String own) {
        List<String> names = List.of("query", "key", "value");
        List<Exchange> kernels = names.stream()
                .map(name -> convolution(layer.byKind().get(name + "_kernel"), own + name.charAt(0) + "_proj_weight"))
                .toList();
        boolean alike = kernels.stream()
                        .map(kernel -> kernel.theirs().get(0).shape().get(1))
                        .distinct()
                        .count()
                == 1;
        List<Exchange> exchanges =
                new ArrayList<>(alike ? List.of(Exchange.stacked(own + "in_proj_weight", kernels)) : kernels);
        if (layer.has("query_bias")) {
            exchanges.add(Exchange.stacked(
                    own + "in_proj_bias",
                    names.stream()
                            .map(name -> Exchange.same(layer.byKind().get(name + "_bias"), name))
                            .toList()));
        }
        return exchanges;
    }
}
