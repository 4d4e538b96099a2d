package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.engine.Device;
import io.regulus.engine.Settings;
import io.regulus.testing.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void theDefaultsAreKeras() {
        Fit fit = Fit.epochs(3);
        assertThat(fit.epochs()).isEqualTo(3);
        assertThat(fit.batchSize()).isEqualTo(32);
        assertThat(fit.shuffle()).isTrue();
        assertThat(fit.verbose()).isTrue();
        assertThat(fit.validation()).isEmpty();
    }

    @Test
    void everySettingKeepsTheOthers() {
        Callback callback = new Callback() {};
        Schedule schedule = moment -> 1;
        Fit fit = Fit.epochs(9)
                .schedule(schedule)
                .validateOn(Samples.labelled(2, 2, 2, 1))
                .callback(callback)
                .verbose(false)
                .initialEpoch(4)
                .batchSize(7)
                .shuffle(false)
                .seed(5);
        assertThat(fit.validation()).isPresent();
        assertThat(fit.callbacks()).containsExactly(callback);
        assertThat(fit.verbose()).isFalse();
        assertThat(fit.epochs()).isEqualTo(9);
        assertThat(fit.initialEpoch()).isEqualTo(4);
        assertThat(fit.batchSize()).isEqualTo(7);
        assertThat(fit.shuffle()).isFalse();
        assertThat(fit.seed()).isEqualTo(5);
        assertThat(fit.schedule()).hasValue(schedule);
        assertThat(Fit.epochs(9).validationSplit(0.2).batchSize(3).validationSplit())
                .isEqualTo(0.2);
    }

    @Test
    void aSettingLeavesTheFitThatItIsAskedOf() {
        Fit fit = Fit.epochs(2);
        assertThat(fit.batchSize(5).callback(new Callback() {}).batchSize()).isEqualTo(5);
        assertThat(fit.batchSize()).isEqualTo(32);
        assertThat(fit.callbacks()).isEmpty();
    }

    @Test
    void theScheduleOfTheFitAndTheCallbacksOfTheClassComeFirst() {
        Callback ofClass = new Callback() {};
        Callback ofFit = new Callback() {};
        Schedule schedule = moment -> 1;
        FitPlan plan = FitPlan.NONE.schedule(moment -> 2).callback(() -> ofClass);
        Fit fit = Fit.epochs(2).callback(ofFit);
        assertThat(plan.applyTo(fit).callbacks())
                .containsExactly(ofClass, ofFit)
                .inOrder();
        assertThat(plan.applyTo(fit).schedule()).isEqualTo(plan.schedule());
        assertThat(plan.applyTo(fit.schedule(schedule)).schedule()).hasValue(schedule);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertFails(IllegalArgumentException.class, () -> Fit.epochs(0), "epochs = 0", "at least 1");
        assertFails(IllegalArgumentException.class, () -> Fit.epochs(2).batchSize(0), "batchSize = 0");
        assertFails(
                IllegalArgumentException.class, () -> Fit.epochs(2).initialEpoch(2), "initialEpoch = 2", "epochs = 2");
        assertFails(IllegalArgumentException.class, () -> Fit.epochs(2).initialEpoch(-1), "initialEpoch = -1");
        assertFails(
                IllegalArgumentException.class,
                () -> Fit.epochs(2).validationSplit(1),
                "validationSplit = 1.0",
                "[0, 1)");
        assertFails(IllegalArgumentException.class, () -> Fit.epochs(2).validationSplit(Double.NaN), "validationSplit");
        assertFails(
                IllegalArgumentException.class,
                () -> Fit.epochs(2).validationSplit(0.5).validateOn(Samples.labelled(2, 2, 2, 1)),
                "validateOn",
                "validationSplit");
    }

    @Test
    void threadsAreNotNegative() {
        assertFails(IllegalArgumentException.class, () -> Settings.defaults().withThreads(-1, 0), "intra -1");
        assertFails(IllegalArgumentException.class, () -> Settings.defaults().withThreads(0, -2), "inter -2");
        assertThat(Settings.defaults().withThreads(2, 3).withSeed(4))
                .isEqualTo(new Settings(4, 2, 3, true, Device.AUTO, Optional.empty()));
    }
}
