package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.MonitorSpec;

/** Early stopping that waits no longer than the reduction on a plateau ends the fit before the lower rate can help. */
public final class PatienceBeyondStop implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (MonitorSpec.ReduceOnPlateau plateau : draft.spec().policies(MonitorSpec.ReduceOnPlateau.class)) {
            for (MonitorSpec.EarlyStopping stop : draft.spec().policies(MonitorSpec.EarlyStopping.class)) {
                int stopAfter = stop.patience().value();
                int reduceAfter = plateau.patience().value();
                if (stop.monitor().value().equals(plateau.monitor().value()) && stopAfter <= reduceAfter) {
                    advice.give(
                            Code.STOP_BEFORE_REDUCTION,
                            stop.patience().place(),
                            stop.usage().text(),
                            stopAfter,
                            reduceAfter,
                            reduceAfter);
                }
            }
        }
    }
}
