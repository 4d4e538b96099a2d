package io.regulus.samples.techniques;

import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.train.Fit;

/**
 * What every technique gets alike.
 *
 * @param train rows to learn from
 * @param epochs passes over them
 * @param batch rows per step
 * @param seed of weights, masks and order
 */
public record Trial(Dataset train, int epochs, int batch, long seed) {
    /** The fit. */
    public Fit fit() {
        return fit(epochs);
    }

    /** A shorter or longer one. */
    public Fit fit(int ofEpochs) {
        return Fit.epochs(ofEpochs).batchSize(batch).seed(seed).verbose(false);
    }

    /** How models are made. */
    public Settings settings() {
        return Settings.defaults().withSeed(seed);
    }
}
