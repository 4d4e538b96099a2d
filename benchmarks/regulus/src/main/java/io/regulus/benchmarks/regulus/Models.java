package io.regulus.benchmarks.regulus;

import io.regulus.benchmarks.Job;
import io.regulus.benchmarks.Network;
import io.regulus.benchmarks.Precision;
import io.regulus.engine.Settings;
import io.regulus.kernels.Kernels;
import io.regulus.model.Model;

/** The generated model for a job. */
final class Models {
    private Models() {}

    static Model create(Job job) {
        Settings settings = settings(job.threads());
        return job.precision() == Precision.MIXED
                ? mixed(job.workload().network(), settings)
                : float32(job.workload().network(), settings);
    }

    /** Above one thread the choice is Regulus's own, as it is a user's who says nothing. */
    private static Settings settings(int threads) {
        Settings chosen = threads == 1 ? Settings.defaults().withThreads(1, 1) : Settings.defaults();
        return chosen.withKernels(kernels());
    }

    /** Whether this process is to use the native kernels; without them where asked to would be another measurement. */
    private static boolean kernels() {
        boolean wanted = Boolean.getBoolean("regulus.kernels");
        if (wanted) {
            Kernels.load();
        }
        return wanted;
    }

    private static Model float32(Network network, Settings settings) {
        return switch (network) {
            case MLP -> MlpModel.create(settings);
            case WIDE_MLP -> WideMlpModel.create(settings);
            case CNN -> CnnModel.create(settings);
            case REGRESSION -> RegressionModel.create(settings);
            case EMBEDDING -> TokensModel.create(settings);
            case LSTM -> SequencesModel.create(settings);
        };
    }

    private static Model mixed(Network network, Settings settings) {
        return switch (network) {
            case MLP -> MixedMlpModel.create(settings);
            case WIDE_MLP -> MixedWideMlpModel.create(settings);
            case CNN -> MixedCnnModel.create(settings);
            case REGRESSION, EMBEDDING, LSTM ->
                throw new IllegalArgumentException("too small for mixed precision: " + network);
        };
    }
}
