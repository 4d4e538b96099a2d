package io.regulus.train;

import java.util.function.Function;

/**
 * What a network says with its noise on, over several passes.
 *
 * @param mean the mean of the passes' predictions: probabilities or values
 * @param spread their standard deviation, divided by the number of passes and not by one less
 * @param <P> as {@code predict} gives it
 */
public record MonteCarlo<P>(P mean, P spread) {
    /** The same seen otherwise, such as one column of it. */
    public <Q> MonteCarlo<Q> map(Function<? super P, ? extends Q> part) {
        return new MonteCarlo<>(part.apply(mean), part.apply(spread));
    }
}
