package io.regulus.train;

import static io.regulus.train.Requirements.require;

import java.util.List;

/**
 * factor^k, with k the number of decays before the step.
 *
 * @param every epochs from one decay to the next; 0 where {@code at} says when
 * @param at epochs after which the rate decays
 * @param factor in (0, 1)
 */
public record StepDecay(int every, List<Integer> at, double factor) implements Schedule {
    /**
     * Checked.
     *
     * @throws IllegalArgumentException if a number is out of its range, or both or neither of {@code every} and {@code at} are given
     */
    public StepDecay {
        at = List.copyOf(at);
        require(factor > 0 && factor < 1, "factor", factor, "in (0, 1)");
        require(every >= 0, "every", every, "0 or more");
        at.forEach(epoch -> require(epoch >= 1, "at", epoch, "at least 1"));
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
