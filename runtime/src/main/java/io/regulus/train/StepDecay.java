package io.regulus.train;

import java.util.List;

/**
 * factor^k, with k the number of decays before the step.
 *
 * @param every epochs from one decay to the next; 0 where {@code at} says when
 * @param at epochs after which the rate decays
 * @param factor in (0, 1)
 */
public record StepDecay(int every, List<Integer> at, double factor) implements Schedule {
    public StepDecay {
        at = List.copyOf(at);
        if ((every == 0) == at.isEmpty()) {
            throw new IllegalArgumentException("every = " + every + ", at = " + at
                    + ": give one of the two, to say after which epochs the rate decays");
        }
    }

    @Override
    public double factor(Moment moment) {
        long done = moment.wholeEpochsDone();
        long decays = every == 0 ? at.stream().filter(epoch -> epoch <= done).count() : done / every;
        return Math.pow(factor, (double) decays);
    }
}
