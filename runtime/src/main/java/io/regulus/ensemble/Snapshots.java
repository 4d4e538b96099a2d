package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.train.Callback;
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

    /** Steps of a cycle. */
    private long cycle(long steps) {
        return (steps + members.count() - 1) / members.count();
    }

    @Override
    public double factor(Moment moment) {
        long cycle = cycle(moment.steps());
        return (Math.cos(Math.PI * (moment.step() % cycle) / cycle) + 1) / 2;
    }

    @Override
    public void onFitStart(TrainingRun run) {
        long steps = (long) run.epochs() * run.stepsPerEpoch();
        if (steps < members.count()) {
            throw new IllegalArgumentException(members.count() + " snapshots of " + steps
                    + " steps: a cycle has at least one; train longer, or take fewer members");
        }
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        long done = (run.epoch() - 1L) * run.stepsPerEpoch() + run.step();
        if (done % cycle((long) run.epochs() * run.stepsPerEpoch()) == 0) {
            take();
        }
    }

    @Override
    public void onFitEnd(TrainingRun run, History history) {
        // the last cycle may be a step or two short, and the fit may have been stopped
        if (taken.size() < members.count() && !run.failed()) {
            take();
        }
    }

    private void take() {
        taken.add(members.type().copy(model, members.settings()));
    }
}
