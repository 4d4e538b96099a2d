package io.regulus.interchange;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which tensor of another library is which weight of a model. Immutable; every method gives a changed copy.
 *
 * <pre>{@code
 * WeightMapping mapping = WeightMapping.PYTORCH
 *     .rename("block1", "features.0")            // a convolution
 *     .rename("block1/norm", "features.1")       // the norm in the same field
 *     .flattened("head", 5, 5, 64)               // it reads images of 5 x 5 pixels and 64 channels
 *     .requireAll();
 * }</pre>
 */
public final class WeightMapping {
    /** Names and order of the numbers as Regulus has them: {@code head/kernel}, [inputs, units]. */
    public static final WeightMapping REGULUS = of(new RegulusLayout());

    /**
     * Names and order of the numbers as in the {@code state_dict} of a PyTorch module whose submodules have the names of the fields:
     * {@code head.weight}, [units, inputs]; {@code stage1.0.narrow.weight} in blocks; {@code block1.norm.running_mean} of a norm in the
     * field of another layer.
     */
    public static final WeightMapping PYTORCH = of(new PytorchLayout());

    private final WeightLayout layout;
    private final Map<String, String> modules;
    private final Optional<UnaryOperator<String>> naming;
    private final Map<String, List<Long>> flattened;
    private final boolean all;

    private WeightMapping(
            WeightLayout layout,
            Map<String, String> modules,
            Optional<UnaryOperator<String>> naming,
            Map<String, List<Long>> flattened,
            boolean all) {
        this.layout = layout;
        this.modules = modules;
        this.naming = naming;
        this.flattened = flattened;
        this.all = all;
    }

    /** Of a layout, with its own names. */
    public static WeightMapping of(WeightLayout layout) {
        return new WeightMapping(layout, Map.of(), Optional.empty(), Map.of(), false);
    }

    /**
     * With another name for a layer.
     *
     * @param part the field, such as {@code block1}; the norm of a field that has a layer too is {@code block1/norm}, and the two
     *     convolutions of a {@code @SeparableConv2D} are {@code x/depthwise} and {@code x/pointwise} where there are two layers. The
     *     name of a block stands for all that is in it. Of several that fit the longest holds
     * @param module the layer's name in the file, whatever its tensors are called behind that
     */
    public WeightMapping rename(String part, String module) {
        return rename(Map.of(part, module));
    }

    /** With other names for layers, as {@link #rename(String, String)}. */
    public WeightMapping rename(Map<String, String> parts) {
        Map<String, String> renamed = new LinkedHashMap<>(modules);
        renamed.putAll(parts);
        return new WeightMapping(layout, Collections.unmodifiableMap(renamed), naming, flattened, all);
    }

    /** With names for the layers by a function of the part, for those that {@link #rename(String, String)} says nothing of. */
    public WeightMapping rename(UnaryOperator<String> names) {
        return new WeightMapping(layout, modules, Optional.of(names), flattened, all);
    }

    /**
     * Says what a {@code @Dense} layer reads that was flattened: where the other library has the channels first, as PyTorch, its rows
     * stand in another order.
     *
     * @param layer the field
     * @param dimensions of what is flattened, as Regulus has them: height, width, channels, or steps, features; the length of the row
     *     alone where the other network's rows stand in the same order
     */
    public WeightMapping flattened(String layer, long... dimensions) {
        Map<String, List<Long>> more = new LinkedHashMap<>(flattened);
        more.put(layer, Arrays.stream(dimensions).boxed().toList());
        return new WeightMapping(layout, modules, naming, Collections.unmodifiableMap(more), all);
    }

    /** Anything that does not match is an error then, and nothing is loaded: a weight without tensor, a tensor without weight. */
    public WeightMapping requireAll() {
        return new WeightMapping(layout, modules, naming, flattened, true);
    }

    /** What stands in the metadata of a file that is written by this mapping. */
    public Map<String, String> metadata() {
        return layout.metadata();
    }

    WeightLayout layout() {
        return layout;
    }

    boolean requiresAll() {
        return all;
    }

    /** What the layers read that say so, by layer. */
    Map<String, List<Long>> flattened() {
        return flattened;
    }

    /** The names that were given, by part. */
    Map<String, String> modules() {
        return modules;
    }

    /** What a part of a layer is called in the file. */
    String module(String part) {
        for (String prefix = part; !prefix.isEmpty(); prefix = parent(prefix)) {
            String module = modules.get(prefix);
            if (module != null) {
                // a slash before the rest has the layout say how names are joined: "x/norm" is "x.norm" in PyTorch
                return module
                        + layout.module("x" + part.substring(prefix.length())).substring(1);
            }
        }
        return naming.map(names -> names.apply(part)).orElseGet(() -> layout.module(part));
    }

    private static String parent(String part) {
        return part.substring(0, Math.max(0, part.lastIndexOf('/')));
    }
}
