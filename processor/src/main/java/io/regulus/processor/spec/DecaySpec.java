package io.regulus.processor.spec;

import io.regulus.annotations.On;
import java.util.List;

/**
 * Decoupled weight decay as written.
 *
 * @param weightDecay the coefficient
 * @param on which parameters decay
 * @param exclude name patterns of parameters that do not
 */
public record DecaySpec(Written<Double> weightDecay, On on, List<Written<String>> exclude) {
    public DecaySpec {
        exclude = List.copyOf(exclude);
    }
}
