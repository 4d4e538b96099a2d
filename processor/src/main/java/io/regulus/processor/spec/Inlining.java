package io.regulus.processor.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a layer that stands in a block was put.
 *
 * @param block simple name of the block it stands in
 * @param place the field of the network that the block, or the one around it, is used by
 * @param input name of what this use of the block reads, a layer or an input
 * @param group name of the hyperparameters of the field that uses the block
 * @param penalties penalties on that field: the defaults of the block's layers
 * @param exclude {@code @ExcludeFromDecay} on that field
 * @param comments what the uses around the layer are, by the part of its name that they are: {@code stage1}, {@code stage1/0}
 */
public record Inlining(
        String block,
        Place place,
        String input,
        String group,
        List<PenaltySpec> penalties,
        Optional<Usage> exclude,
        Map<String, String> comments) {
    public Inlining {
        penalties = List.copyOf(penalties);
        comments = Map.copyOf(comments);
    }
}
