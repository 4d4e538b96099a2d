package io.regulus.serving;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.regulus.serve.BatchListener;
import io.regulus.serve.BatchRun;

/** How requests are gathered, as metrics: {@code /actuator/metrics/digits.batch.rows} and so on. */
final class BatchMetrics implements BatchListener {
    private final DistributionSummary rows;
    private final Timer waited;
    private final Counter refused;

    BatchMetrics(MeterRegistry registry) {
        rows = DistributionSummary.builder("digits.batch.rows")
                .description("Pictures that were read together")
                .register(registry);
        waited = Timer.builder("digits.batch.wait")
                .description("Longest wait of a batch before it was read")
                .register(registry);
        refused = Counter.builder("digits.refused")
                .description("Pictures that were refused because too many waited")
                .register(registry);
    }

    @Override
    public void onBatch(BatchRun run) {
        rows.record(run.rows());
        waited.record(run.waited());
    }

    @Override
    public void onRefused(int waiting) {
        refused.increment();
    }
}
