package io.regulus.train;

import io.regulus.engine.NetworkState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where a fit keeps how far it has come: what {@link Fit#checkpoints} takes. */
public interface FitStore {
    /**
     * Opens it for one fit.
     *
     * @throws IllegalStateException if another fit has it open
     * @throws RuntimeException if what is stored is of another run
     */
    Opened open(Subject subject);

    /**
     * Which fit is to be stored.
     *
     * @param network what is stored of the model
     * @param attachments texts that belong to the model
     * @param monitored names of what an epoch reports
     * @param epochs how many are asked for
     * @param settings what a run that goes on has to have in common with the one that was stored
     */
    record Subject(
            NetworkState network,
            Attachments attachments,
            Set<String> monitored,
            int epochs,
            List<RunSetting> settings) {
        public Subject {
            monitored = Set.copyOf(monitored);
            settings = List.copyOf(settings);
        }
    }

    /** A store that is in use by a fit. */
    interface Opened extends AutoCloseable {
        /** How far the run has come that is to go on; empty for a new one. Nothing has been changed yet. */
        Optional<FitState> state();

        /** Gives the network the variables that go with {@link #state}. */
        void restore();

        /** To be told of every step. */
        void afterStep(Supplier<FitState> state);

        /** To be told of every epoch, when its callbacks have been. */
        void afterEpoch(EpochResult epoch, Supplier<FitState> state);

        /** Stores where the fit ends or pauses. */
        void atEnd(Supplier<FitState> state);

        @Override
        void close();
    }
}
