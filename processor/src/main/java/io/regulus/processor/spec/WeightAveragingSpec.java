package io.regulus.processor.spec;

import io.regulus.annotations.Annealing;
import java.util.Optional;

/**
 * {@code @StochasticWeightAveraging} as written.
 *
 * @param startEpoch epochs before the averaging begins
 * @param everyEpochs epochs from one average to the next
 * @param annealing how the rate comes to that of the averaging
 */
public record WeightAveragingSpec(Usage usage, int startEpoch, int everyEpochs, Annealing annealing)
        implements PolicySpec {
    @Override
    public Optional<String> oneOf() {
        return Optional.of(MovingAverageSpec.AVERAGE);
    }
}
