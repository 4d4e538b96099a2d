package io.regulus.keras;

import io.regulus.interchange.Exchange;
import io.regulus.interchange.LayerWeights;
import io.regulus.interchange.WeightLayout;
import io.regulus.save.VariableShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keras's layers, whose kernels and gates stand in the same order as here; only the heads of an attention have an axis of their own. A
 * layer numbers its weights, so they are taken all together or not at all: a norm without scale has its shift where others have the scale.
 */
final class KerasLayout implements WeightLayout {
    /** In the words of the summary. */
    private static final Pattern HEADS = Pattern.compile("attention of (\\d+) heads");

    @Override
    public String module(String part) {
        return part.replace('/', '_');
    }

    /** The state of random draws. */
    @Override
    public boolean ignores(String tensor) {
        return tensor.contains("seed_generator");
    }

    @Override
    public List<Exchange> exchanges(LayerWeights layer, UnaryOperator<String> module) {
        List<Exchange> exchanges = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(layer.byKind().keySet());
        String own = module.apply(layer.name());
        Matcher heads = HEADS.matcher(layer.operations());
        if (layer.has("recurrent_kernel")) {
            boolean both = layer.has("backward_kernel");
            group(exchanges, left, layer, both ? own + "/forward_layer/cell" : own + "/cell", cell(""));
            group(exchanges, left, layer, own + "/backward_layer/cell", cell("backward_"));
        } else if (layer.has("query_kernel") && heads.find()) {
            long number = Long.parseLong(heads.group(1));
            for (String projection : List.of("query", "key", "value", "output")) {
                exchanges.add(projection(layer, left, own, projection, number));
            }
        } else {
            group(exchanges, left, layer, own, List.of("embedding"));
            group(exchanges, left, layer, own, List.of("depthwise_kernel", "pointwise_kernel", "kernel", "bias"));
        }
        if (Stream.of("scale", "shift", "mean", "variance").anyMatch(left::contains) && !layer.has("deviation")) {
            group(
                    exchanges,
                    left,
                    layer,
                    module.apply(layer.part("scale")),
                    List.of("scale", "shift", "mean", "variance"));
        }
        // what Keras has no layer for keeps the name that it has here
        left.forEach(kind -> exchanges.add(Exchange.same(layer.byKind().get(kind), own + "/" + kind)));
        return exchanges;
    }

    private static List<String> cell(String prefix) {
        return List.of(prefix + "kernel", prefix + "recurrent_kernel", prefix + "bias");
    }

    /** Those of the kinds that there are, numbered, together. */
    private static void group(
            List<Exchange> exchanges, Set<String> left, LayerWeights layer, String theirs, List<String> kinds) {
        List<VariableShape> ours =
                kinds.stream().filter(left::remove).map(layer.byKind()::get).toList();
        if (!ours.isEmpty()) {
            List<Exchange> each = IntStream.range(0, ours.size())
                    .mapToObj(i -> single(layer, ours.get(i), theirs + "/" + i))
                    .toList();
            exchanges.add(new Exchange(
                    ours,
                    each.stream().map(exchange -> exchange.theirs().get(0)).toList(),
                    values -> converted(each, values, Exchange::in),
                    values -> converted(each, values, Exchange::out)));
        }
    }

    /** The same, but for the kernel of a transposed convolution: [height, width, in, out] here, [height, width, out, in] there. */
    private static Exchange single(LayerWeights layer, VariableShape weight, String theirs) {
        boolean turned =
                layer.operations().contains("transposed") && weight.shape().size() == 4;
        return turned ? Exchange.transposed(weight, theirs, 0, 1, 3, 2) : Exchange.same(weight, theirs);
    }

    private static List<float[]> converted(
            List<Exchange> each, List<float[]> values, Function<Exchange, Exchange.Conversion> way) {
        return IntStream.range(0, each.size())
                .mapToObj(i ->
                        way.apply(each.get(i)).apply(List.of(values.get(i))).get(0))
                .toList();
    }

    /** A kernel is [features, heads, size] there, [heads, size, outputs] of the last projection; its bias [heads, size] or [outputs]. */
    private static Exchange projection(LayerWeights layer, Set<String> left, String own, String name, long heads) {
        boolean last = name.equals("output");
        List<VariableShape> ours = Stream.of(name + "_kernel", name + "_bias")
                .filter(left::remove)
                .map(layer.byKind()::get)
                .toList();
        List<VariableShape> theirs = new ArrayList<>();
        List<Long> kernel = ours.get(0).shape();
        String path = own + "/" + name + "_dense/";
        theirs.add(Exchange.tensor(
                path + 0,
                last
                        ? List.of(heads, kernel.get(0) / heads, kernel.get(1))
                        : List.of(kernel.get(0), heads, kernel.get(1) / heads)));
        if (ours.size() > 1) {
            long size = ours.get(1).shape().get(0);
            theirs.add(Exchange.tensor(path + 1, last ? List.of(size) : List.of(heads, size / heads)));
        }
        return new Exchange(ours, theirs, values -> values, values -> values);
    }
}
