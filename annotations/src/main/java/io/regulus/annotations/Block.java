package io.regulus.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of layers that a network uses as if it were one layer: a field of its type, in a network or in another block, puts its
 * layers there, {@link Repeat} several times in a row. Each use has weights of its own. In the block {@code "input"} is what the
 * field of its type reads; the output is the last layer that no other layer of the block reads. The layer {@code conv} of a field
 * {@code stage} is named {@code stage/conv}, that of its second repetition {@code stage/1/conv}.
 *
 * <p>A block has no numbers to set from outside: where a size depends on the use it is a multiple or a part of {@link #WIDTH}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Block {
    /**
     * The size of the last axis of the block's input, its channels or features: {@code filters = Block.WIDTH},
     * {@code units = 4 * Block.WIDTH}, {@code filters = Block.WIDTH / 4}, {@code groups = Block.WIDTH / 8}, {@code heads = Block.WIDTH / 64}. The
     * number itself has no meaning.
     */
    int WIDTH = -(1 << 20);
}
