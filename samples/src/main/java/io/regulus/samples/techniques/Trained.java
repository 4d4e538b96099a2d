package io.regulus.samples.techniques;

import io.regulus.data.Dataset;
import io.regulus.ensemble.Ensemble;
import io.regulus.model.Model;
import io.regulus.train.Evaluation;
import java.util.function.Function;

/** What a technique has made: a network, or several that speak as one. */
public interface Trained extends AutoCloseable {
    /** Loss and accuracy, as in use: nothing dropped, no image changed. */
    Evaluation evaluate(Dataset data);

    @Override
    void close();

    /** A network. */
    static Trained of(Model model) {
        return judgedBy(model::evaluate, model::close);
    }

    /** An ensemble, by its predictions together. */
    static Trained of(Ensemble<?> ensemble) {
        return judgedBy(ensemble::evaluate, ensemble::close);
    }

    /** Whatever judges in a way of its own. */
    static Trained judgedBy(Function<Dataset, Evaluation> judge, Runnable closing) {
        return new Trained() {
            @Override
            public Evaluation evaluate(Dataset data) {
                return judge.apply(data);
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }
}
