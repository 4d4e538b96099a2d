package io.regulus.samples.techniques;

import io.regulus.data.Dataset;
import io.regulus.ensemble.Ensemble;
import io.regulus.model.Model;
import java.util.function.Function;

/** What a technique has made: a network, or several that speak as one. */
public interface Trained extends AutoCloseable {
    /** Probabilities of the classes, as in use: no image is changed. */
    float[][] probabilities(Dataset data);

    @Override
    void close();

    /** A network. */
    static Trained of(Model model) {
        return saying(model::predictions, model::close);
    }

    /** An ensemble, by its predictions together. */
    static Trained of(Ensemble<?> ensemble) {
        return saying(data -> ensemble.outputs(data).get(0), ensemble::close);
    }

    /** Whatever is used in a way of its own. */
    static Trained saying(Function<Dataset, float[][]> probabilities, Runnable closing) {
        return new Trained() {
            @Override
            public float[][] probabilities(Dataset data) {
                return probabilities.apply(data);
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }
}
