package io.regulus.samples.techniques.fashion;

import io.regulus.engine.Settings;
import io.regulus.ensemble.Ensemble;
import io.regulus.ensemble.Members;
import io.regulus.model.Model;
import io.regulus.model.ModelType;
import io.regulus.samples.techniques.Family;
import io.regulus.samples.techniques.Technique;
import io.regulus.samples.techniques.Trained;
import io.regulus.samples.techniques.Trial;
import io.regulus.train.Fit;

/** Several networks that speak as one. */
final class Ensembles {
    private static final int MEMBERS = 5;

    private Ensembles() {}

    static Family family() {
        return Family.of(
                "ensembles",
                new Technique(
                        "deep ensemble of 5",
                        "other weights and order, all epochs each",
                        trial -> Trained.of(deep(PlainNetModel.type(), trial))),
                new Technique(
                        "bagging of 5",
                        "bootstrap samples, all epochs each",
                        trial -> Trained.of(members(trial).bagging(trial.train(), trial.fit()))),
                new Technique(
                        "snapshot ensemble of 5",
                        "cosine cycles of one fit",
                        trial -> Trained.of(members(trial).snapshots(trial.train(), trial.fit()))),
                new Technique(
                        "boosting of 5 (SAMME)",
                        "a fifth of the epochs each, so that members make mistakes",
                        trial -> Trained.of(members(trial).boosting(trial.train(), share(trial), 1))));
    }

    /** Of any network. */
    static <M extends Model> Ensemble<M> deep(ModelType<M> type, Trial trial) {
        return Ensemble.of(MEMBERS, type).settings(settings(trial)).seeds(trial.train(), trial.fit());
    }

    private static Members<PlainNetModel> members(Trial trial) {
        return Ensemble.of(MEMBERS, PlainNetModel.type()).settings(settings(trial));
    }

    private static Fit share(Trial trial) {
        return trial.fit(Math.max(1, trial.epochs() / MEMBERS));
    }

    /** Members have the seeds behind that of the ensemble: those of two trials are not to be the same. */
    private static Settings settings(Trial trial) {
        return trial.settings().withSeed(MEMBERS * trial.seed());
    }
}
