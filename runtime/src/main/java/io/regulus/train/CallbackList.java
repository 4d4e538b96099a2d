package io.regulus.train;

import io.regulus.engine.NonFiniteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The callbacks of a fit, told one after the other. */
final class CallbackList {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackList.class);

    private final List<Callback> all;
    private final List<Callback> started = new ArrayList<>();

    CallbackList(List<Callback> all) {
        this.all = List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void onFitStart(TrainingRun run) {
        for (Callback callback : all) {
            started.add(callback);
            callback.onFitStart(run);
        }
    }

    void onEpochStart(TrainingRun run, int epoch) {
        all.forEach(callback -> callback.onEpochStart(run, epoch));
    }

    /** Whether one of them has to know the norm of the gradients. */
    boolean watchesGradients() {
        return all.stream().anyMatch(Callback::watchesGradients);
    }

    /** Tells all of them; whether one has seen to it that training can go on. */
    boolean onStepFailed(TrainingRun run, NonFiniteException failure) {
        boolean goesOn = false;
        for (Callback callback : all) {
            goesOn |= callback.onStepFailed(run, failure);
        }
        return goesOn;
    }

    void onStep(TrainingRun run, StepResult step) {
        all.forEach(callback -> callback.onStep(run, step));
    }

    void onForwardBatch(TrainingRun run) {
        all.forEach(callback -> callback.onForwardBatch(run));
    }

    void onEpochEnd(TrainingRun run, EpochResult epoch) {
        all.forEach(callback -> callback.onEpochEnd(run, epoch));
    }

    /** Tells every callback that was started, whatever another one does; returns what went wrong in them. */
    List<RuntimeException> onFitEnd(TrainingRun run, History history) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Callback callback : started) {
            try {
                callback.onFitEnd(run, history);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        return failures;
    }

    /** What those remember that do. */
    Map<String, CallbackState> states() {
        Map<String, CallbackState> states = new LinkedHashMap<>();
        stateful().forEach((name, callback) -> states.put(name, callback.state()));
        return states;
    }

    /** Gives each what it remembered; says so where callbacks have come or gone since. */
    void restore(Map<String, CallbackState> states) {
        Map<String, Stateful> stateful = stateful();
        stateful.forEach((name, callback) -> {
            if (states.containsKey(name)) {
                callback.restore(states.get(name));
            } else {
                warn("the run goes on with " + name + ", which it did not have before: it starts anew");
            }
        });
        states.keySet().stream()
                .filter(name -> !stateful.containsKey(name))
                .forEach(name -> warn("the run goes on without " + name + ", which it had before"));
    }

    /** By class, and number among those of the class. */
    private Map<String, Stateful> stateful() {
        Map<String, Stateful> stateful = new LinkedHashMap<>();
        for (Callback callback : all) {
            if (callback instanceof Stateful remembering) {
                int number = 1;
                while (stateful.containsKey(callback.getClass().getName() + "#" + number)) {
                    number++;
                }
                stateful.put(callback.getClass().getName() + "#" + number, remembering);
            }
        }
        return stateful;
    }

    private static void warn(String message) {
        LOG.warn(message);
    }
}
