package io.regulus.serving.load;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    /** Of 1 to 200 ms: the hundredth and the 198th. */
    @Test
    void percentilesAreNearestRanks() {
        List<Long> latencies = LongStream.rangeClosed(1, 200)
                .map(i -> (201 - i) * 1_000_000)
                .boxed()
                .toList();
        Measured measured = Measured.of(4, latencies, List.of());
        assertThat(measured.percentile(50)).isEqualTo(100.0);
        assertThat(measured.percentile(99)).isEqualTo(198.0);
        assertThat(measured.percentile(100)).isEqualTo(200.0);
        assertThat(measured.perSecond()).isEqualTo(50.0);
        assertThat(measured.text())
                .isEqualTo(
                        "50 requests a second; latency p50 100.00 ms, p90 180.00 ms, p99 198.00 ms, longest 200.00 ms;"
                                + " 200 answers, 0 failures");
    }

    @Test
    void withoutAnswersThereAreNoLatencies() {
        Measured measured = Measured.of(2, List.of(), List.of("503 busy"));
        assertThat(measured.percentile(99)).isNaN();
        assertThat(measured.text()).endsWith("0 answers, 1 failures; first failure: 503 busy");
    }
}
