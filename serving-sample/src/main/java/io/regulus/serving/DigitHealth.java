package io.regulus.serving;

import io.regulus.serve.QueueFullException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reads a picture, on the way that pictures of requests go: a model that is closed or stuck shows. */
@Component("digits")
class DigitHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Of sums of ten probabilities. */
    private static final double ROUNDING = 1e-4;

    private final DigitReader reader;

    DigitHealth(DigitReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        long start = System.nanoTime();
        try {
            float[] probabilities = reader.read(stroke(), PATIENCE);
            double sum = 0;
            for (float probability : probabilities) {
                sum += probability;
            }
            // also where it is NaN
            if (!(Math.abs(sum - 1) < ROUNDING)) {
                return Health.down()
                        .withDetail("reason", "the probabilities of a picture add up to " + sum)
                        .build();
            }
            return Health.up()
                    .withDetail("milliseconds", (System.nanoTime() - start) / 1_000_000.0)
                    .withDetail("waiting", reader.waiting())
                    .build();
        } catch (QueueFullException | TimeoutException full) {
            return Health.outOfService()
                    .withDetail("reason", String.valueOf(full.getMessage()))
                    .build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.unknown().withDetail("reason", "interrupted").build();
        } catch (RuntimeException failure) {
            return Health.down(failure).build();
        }
    }

    /** A one. */
    private static byte[] stroke() {
        byte[] pixels = new byte[Picture.PIXELS];
        for (int row = 5; row < 23; row++) {
            pixels[row * DigitNet.SIDE + 13] = (byte) 255;
            pixels[row * DigitNet.SIDE + 14] = (byte) 255;
        }
        return pixels;
    }
}
