package io.regulus.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpochLineTest {
    private static EpochResult epoch(int number, double penalty, Optional<Evaluation> validation) {
        Evaluation training = new Evaluation(0.43119, penalty, Map.of("accuracy", 0.8521), 10);
        return new EpochResult(number, training, validation, 1e-3, 5, 2.06);
    }

    @Test
    void withValidation() {
        Evaluation validation = new Evaluation(0.401, 0.0123, Map.of("accuracy", 0.861), 10);
        assertEquals(
                "epoch  3/20  loss 0.4312  penalty 0.0123  accuracy 0.8521  |  validation loss 0.4010  accuracy 0.8610"
                        + "  |  2.1 s",
                EpochLine.of(epoch(3, 0.0123, Optional.of(validation)), 20));
    }

    @Test
    void withoutValidationAndPenalty() {
        assertEquals(
                "epoch 3/3  loss 0.4312  accuracy 0.8521  |  2.1 s",
                EpochLine.of(epoch(3, Double.NaN, Optional.empty()), 3));
    }

    @Test
    void metricsKeepTheirOrder() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("mae", 1.0);
        metrics.put("rmse", 2.0);
        metrics.put("r2", Double.NaN);
        EpochResult epoch = new EpochResult(1, new Evaluation(4, 0, metrics, 1), Optional.empty(), 1e-3, 1, 61.25);
        assertEquals(
                "epoch 1/1  loss 4.0000  penalty 0.0000  mae 1.0000  rmse 2.0000  r2 NaN  |  61.3 s",
                EpochLine.of(epoch, 1));
    }

    @Test
    void numbers() {
        assertEquals("0.0000", EpochLine.number(0));
        assertEquals("0.0010", EpochLine.number(0.001));
        assertEquals("1.234e-05", EpochLine.number(1.234e-5));
        assertEquals("-0.5000", EpochLine.number(-0.5));
        assertEquals("99999.0000", EpochLine.number(99_999));
        assertEquals("1.000e+05", EpochLine.number(1e5));
        assertEquals("NaN", EpochLine.number(Double.NaN));
        assertEquals("Infinity", EpochLine.number(Double.POSITIVE_INFINITY));
    }

    @Test
    void theSameInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.5000", EpochLine.number(0.5));
        } finally {
            Locale.setDefault(before);
        }
    }
}
