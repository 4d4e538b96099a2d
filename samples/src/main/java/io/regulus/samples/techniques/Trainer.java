package io.regulus.samples.techniques;

import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How a technique trains. What this takes is the technique's time. */
@FunctionalInterface
public interface Trainer {
    /** Trains from the start. */
    Trained train(Trial trial);

    /** A network that is made and fitted. */
    static Trainer fit(ModelType<?> type) {
        return fit(type, UnaryOperator.identity());
    }

    /**
     * A network that is made and fitted.
     *
     * @param change what the fit has that others have not
     */
    static Trainer fit(ModelType<?> type, UnaryOperator<Fit> change) {
        return fit(type, change, Trained::of);
    }

    /**
     * A network that is made and fitted.
     *
     * @param change what the fit has that others have not
     * @param use how the network is used afterwards
     */
    static Trainer fit(ModelType<?> type, UnaryOperator<Fit> change, Function<Model, Trained> use) {
        return trial -> {
            Model model = type.create(Map.of(), trial.settings());
            try {
                model.fit(trial.train(), change.apply(trial.fit()));
            } catch (RuntimeException failure) {
                model.close();
                throw failure;
            }
            return use.apply(model);
        };
    }
}
