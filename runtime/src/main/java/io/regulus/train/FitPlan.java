package io.regulus.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a class says that its network is to be fitted: for generated code.
 *
 * @param schedule of the learning rate
 * @param callbacks made anew for every fit
 */
public record FitPlan(Optional<Schedule> schedule, List<Supplier<Callback>> callbacks) {
    /** The rate as it is, and no callbacks. */
    public static final FitPlan NONE = new FitPlan(Optional.empty(), List.of());

    public FitPlan {
        callbacks = List.copyOf(callbacks);
    }

    /** With a schedule. */
    public FitPlan schedule(Schedule value) {
        return new FitPlan(Optional.of(value), callbacks);
    }

    /** With a rate of its own for epochs whose weights are averaged, behind the schedule so far. */
    public FitPlan averagedAt(AveragingRate rate) {
        return rate.factor() == 0 ? this : schedule(rate.after(schedule.orElse(moment -> 1)));
    }

    /** With a callback more. */
    public FitPlan callback(Supplier<Callback> create) {
        List<Supplier<Callback>> all = new ArrayList<>(callbacks);
        all.add(create);
        return new FitPlan(schedule, all);
    }

    /** A fit as the class says, but for what the fit says itself; callbacks of the class come first. */
    Fit applyTo(Fit fit) {
        return fit.after(schedule, callbacks.stream().map(Supplier::get).toList());
    }
}
