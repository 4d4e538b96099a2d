package io.regulus.processor.spec;

/**
 * {@code @DecayGroup} as written.
 *
 * @param number 1 for the first of the class
 * @param pattern of the names of parameters
 * @param weightDecay their coefficient
 */
public record DecayGroupSpec(Usage usage, int number, Written<String> pattern, Written<Double> weightDecay)
        implements PolicySpec {
    @Override
    public String group() {
        return "decayGroup" + number;
    }
}
