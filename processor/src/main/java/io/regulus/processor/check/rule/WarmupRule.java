package io.regulus.processor.check.rule;

import io.regulus.processor.check.Draft;
import io.regulus.processor.check.Rule;
import io.regulus.processor.problem.Code;
import io.regulus.processor.problem.Problems;
import io.regulus.processor.spec.NumberUse;
import io.regulus.processor.spec.ScheduleSpec;

/** The warm-up of a decay ends before the decay does. */
public final class WarmupRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        for (ScheduleSpec.WarmedUp decay : draft.spec().policies(ScheduleSpec.WarmedUp.class)) {
            double epochs = decay.epochs().value();
            double warmup = decay.warmupEpochs().value();
            if (epochs > 0 && warmup >= epochs) {
                problems.add(
                        Code.WARMUP_TOO_LONG,
                        decay.warmupEpochs().place(),
                        decay.usage().text(),
                        NumberUse.shortText(warmup),
                        NumberUse.shortText(epochs));
            }
        }
    }
}
