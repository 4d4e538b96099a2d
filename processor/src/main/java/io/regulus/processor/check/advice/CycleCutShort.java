package io.regulus.processor.check.advice;

import io.regulus.processor.check.Draft;
import io.regulus.processor.problem.Code;
import io.regulus.processor.spec.MonitorSpec;
import io.regulus.processor.spec.ScheduleSpec;

/** One cycle earns its result in the last epochs, and early stopping cuts them off. */
public final class CycleCutShort implements AdviceRule {
    @Override
    public void check(Draft draft, Advice advice) {
        for (ScheduleSpec.OneCycle cycle : draft.spec().policies(ScheduleSpec.OneCycle.class)) {
            draft.spec().policies(MonitorSpec.EarlyStopping.class).stream()
                    .map(MonitorSpec.EarlyStopping::usage)
                    .forEach(stop -> advice.give(
                            Code.CYCLE_CUT_SHORT,
                            stop.place(),
                            stop.text(),
                            cycle.usage().text()));
        }
    }
}
