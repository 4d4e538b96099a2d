package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.Fit;
import io.regulus.train.History;
import io.regulus.train.Schedule;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;

/** Copies of a model under training, taken at the ends of the cycles of its learning rate. */
final class Snapshots<M extends Model> implements Callback, Schedule {
    private final Members<M> members;
    private final List<M> taken;
    private final M model;
    /** Steps of the fit that are over. */
    private long reached;

    private Snapshots(Members<M> members, List<M> taken, M model) {
        this.members = members;
        this.taken = taken;
        this.model = model;
    }

    static <M extends Model> Ensemble<M> train(Members<M> members, Dataset data, Fit fit) {
        List<M> taken = new ArrayList<>();
        return Ensemble.closingOnFailure(taken, () -> {
            // the one that is trained is no member: it goes on, and they stay as they are
            try (M model = members.next(new ArrayList<>())) {
                Snapshots<M> snapshots = new Snapshots<>(members, taken, model);
                model.fit(data, fit.schedule(snapshots).callback(snapshots));
            }
            return members.ensemble(taken, new Combination.Mean());
        });
    }

    /** Steps before the end of a cycle: those of a fit shared out as evenly as whole steps can be. */
    private long end(long cycle, long steps) {
        return cycle * steps / members.count();
    }

    /** The cycle that a step is in, both counted from 0. */
    private long cycle(long step, long steps) {
        return ((step + 1) * members.count() + steps - 1) / steps - 1;
    }

    @Override
    public double factor(Moment moment) {
        long cycle = cycle(moment.step(), moment.steps());
        long first = end(cycle, moment.steps());
        double done = (double) (moment.step() - first) / (end(cycle + 1, moment.steps()) - first);
        return (Math.cos(Math.PI * done) + 1) / 2;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        long steps = steps(run);
        if (steps < members.count()) {
            throw new IllegalArgumentException(members.count() + " snapshots of " + steps
                    + " steps: a cycle has at least one; train longer, or take fewer members");
        }
    }

    private static long steps(TrainingRun run) {
        return (long) run.epochs() * run.stepsPerEpoch();
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        takeAfter(run, (run.epoch() - 1L) * run.stepsPerEpoch() + run.step());
    }

    /** A guard may go on behind a step that failed, and the cycle ends there all the same. */
    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        takeAfter(run, (epoch.epoch() - 1L) * run.stepsPerEpoch() + epoch.steps());
    }

    private void takeAfter(TrainingRun run, long done) {
        reached = done;
        if (taken.size() < members.count() && end(taken.size() + 1L, steps(run)) <= reached) {
            take();
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        // of a fit that was stopped, the cycle that it was in
        boolean within = reached > end(taken.size(), steps(run));
        if (taken.size() < members.count() && within && !run.failed()) {
            take();
        }
    }

    private void take() {
        taken.add(members.type().copy(model, members.settings()));
    }
}
