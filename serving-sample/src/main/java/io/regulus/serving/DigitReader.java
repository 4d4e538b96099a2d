package io.regulus.serving;

import io.regulus.serve.BatchingPredictor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Reads a picture, together with the pictures of other requests or alone. */
final class DigitReader implements AutoCloseable {
    private final DigitNetModel model;
    private final Optional<BatchingPredictor<byte[], float[]>> gathered;

    DigitReader(DigitNetModel model, Optional<BatchingPredictor<byte[], float[]>> gathered) {
        this.model = model;
        this.gathered = gathered;
    }

    /** The probabilities of the digits 0 to 9. */
    float[] read(byte[] pixels, Duration patience) throws InterruptedException, TimeoutException {
        return gathered.isPresent()
                ? gathered.get().predict(pixels, patience)
                : model.predict(new byte[][] {pixels})[0];
    }

    /** Pictures that wait to be read. */
    int waiting() {
        return gathered.map(BatchingPredictor::waiting).orElse(0);
    }

    /** Answers what waits; the model stays open. */
    @Override
    public void close() {
        gathered.ifPresent(BatchingPredictor::close);
    }
}
