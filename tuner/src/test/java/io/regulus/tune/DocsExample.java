package io.regulus.tune;

import io.regulus.annotations.Adam;
import io.regulus.annotations.BinaryClassifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Dropout;
import io.regulus.annotations.L2;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.data.Dataset;
import io.regulus.engine.Settings;
import io.regulus.model.ModelType;
import io.regulus.train.Fit;
import java.nio.file.Path;

/** What docs/tuning.md shows first, as a program of a process of its own, for it leaves files where it runs. */
final class DocsExample {
    private DocsExample() {}

    @Network(input = {2})
    @BinaryClassifier
    @Adam
    @L2(1e-4)
    abstract static class Net {
        @Dense(units = 4)
        @Dropout(p = 0.5)
        Layer head;

        @Dense(units = 1)
        Layer side;
    }

    /** So that the example names its network as the page does. */
    private static final class FashionNetModel {
        private FashionNetModel() {}

        static ModelType<DocsExample_NetModel> type() {
            return DocsExample_NetModel.type();
        }
    }

    public static void main(String[] args) {
        Dataset train = TunerTest.data().take(64);
        Dataset validation = TunerTest.data().range(64, 96);
        // regulus-tuner
        TuningResult result = Tuner.of(FashionNetModel.type())
                .range("network.l2", Range.log(1e-5, 1e-3))
                .range("head.dropout", Range.linear(0, 0.7))
                .tpe(40, 1) // 40 trials, seed 1
                .fit(Fit.epochs(10).batchSize(64).validateOn(validation))
                .threads(4) // four trials at a time
                .folder(Path.of("search")) // killed, it goes on from here
                .run(train);
        System.out.print(result.table());
        result.toCsv(Path.of("trials.csv"));
        result.toHtml(Path.of("search.html"));
        try (DocsExample_NetModel model =
                FashionNetModel.type().create(result.best().hyperparameters(), Settings.defaults())) {
            System.out.println(model.summary());
        }
    }
}
