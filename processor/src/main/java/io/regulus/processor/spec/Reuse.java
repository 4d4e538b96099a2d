package io.regulus.processor.spec;

import java.util.Optional;

/**
 * What a field takes from elsewhere instead of saying it itself: a block's layers, another field's weights. The reader fills in
 * what was written; the expansion replaces it by what it means.
 *
 * @param block qualified name of the block that is the field's type; none after the expansion
 * @param repeat the {@code @Repeat} on it
 * @param shares the {@code @SharesWeightsOf} on it
 * @param owner name of the layer whose weights it uses, where they are not its own; known after the expansion
 * @param above what the layer reads where no {@code @From} says so and it is not simply the layer above; known after the expansion
 * @param inlining where a layer of a block comes from; known after the expansion
 */
public record Reuse(
        Optional<String> block,
        Optional<RepeatSpec> repeat,
        Optional<SharesSpec> shares,
        Optional<String> owner,
        Optional<String> above,
        Optional<Inlining> inlining) {
    /** What the reader found. */
    public static Reuse written(Optional<String> block, Optional<RepeatSpec> repeat, Optional<SharesSpec> shares) {
        return new Reuse(block, repeat, shares, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
