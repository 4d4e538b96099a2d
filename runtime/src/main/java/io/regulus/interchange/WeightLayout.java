package io.regulus.interchange;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How another library names the tensors of a layer, and in which order it keeps their numbers. */
public interface WeightLayout {
    /**
     * The tensors of a layer.
     *
     * @param layer its weights
     * @param module gives the name of the other library's layer for a part of this one, see {@link LayerWeights#part}
     * @return every weight of the layer in exactly one exchange
     */
    List<Exchange> exchanges(LayerWeights layer, UnaryOperator<String> module);

    /** What a part of a layer is called there unless it is renamed. */
    String module(String part);

    /**
     * Whether the last value of an image's, or sequence's, row is not its last channel there, so that the kernel of a layer that
     * reads it flattened has its rows in another order.
     */
    default boolean channelsFirst() {
        return false;
    }

    /** Whether the tensor of a file is of no use to a model and not worth a word in the report. */
    default boolean ignores(String tensor) {
        return false;
    }

    /** What stands in the metadata of a file that is written. */
    default Map<String, String> metadata() {
        return Map.of();
    }
}
