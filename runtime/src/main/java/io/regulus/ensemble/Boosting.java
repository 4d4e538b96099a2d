package io.regulus.ensemble;

import io.regulus.data.Dataset;
import io.regulus.data.Labels;
import io.regulus.data.Values;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.TargetPort;
import io.regulus.model.Model;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.List;

/** Boosting: every member learns what those before it got wrong. */
final class Boosting<M extends Model> {
    private final Members<M> members;
    private final Dataset data;
    private final Fit fit;
    private final double share;
    private final List<M> made = new ArrayList<>();

    private Boosting(Members<M> members, Dataset data, Fit fit, double share) {
        this.members = members;
        this.data = data;
        this.fit = fit;
        this.share = share;
    }

    static <M extends Model> Ensemble<M> train(Members<M> members, Dataset data, Fit fit, double share) {
        NetworkPlan network = members.network();
        if (network.outputs().size() > 1) {
            throw new IllegalArgumentException(
                    network.name() + " has " + network.outputs().size()
                            + " outputs, and boosting weighs rows by one: take seeds, bagging or snapshots");
        }
        Boosting<M> boosting = new Boosting<>(members, data, fit, share);
        return Ensemble.closingOnFailure(
                boosting.made,
                () -> network.outputs().get(0).target() instanceof TargetPort.Classes classes
                        ? boosting.classes(classes.classes())
                        : boosting.residuals());
    }

    private Ensemble<M> classes(int classes) {
        double[] weights =
                data.rowWeights().map(own -> widened(own.toArray())).orElseGet(() -> Samme.equal(data.size()));
        Samme samme = new Samme(classes, share, weights);
        while (made.size() < members.count() && !samme.isOver()) {
            M member = members.trained(made, data.withRowWeights(samme.rowWeights()), fit);
            Labels labels = data.labels();
            float[][] said = member.predictions(data);
            boolean[] wrong = new boolean[said.length];
            for (int row = 0; row < said.length; row++) {
                wrong[row] = EnsemblePrediction.vote(said[row]) != labels.at(row);
            }
            if (!samme.add(wrong)) {
                made.remove(made.size() - 1);
                member.close();
            }
        }
        if (made.isEmpty()) {
            throw new IllegalArgumentException("the first member is wrong for " + samme.lastError()
                    + " of the weighted rows, no better than chance among " + classes
                    + " classes: boosting has nothing to go on with; train it longer");
        }
        return members.ensemble(made, new Combination.Votes(samme.votes()));
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private Ensemble<M> residuals() {
        if (members.network().distils()) {
            throw new IllegalArgumentException(members.network().name()
                    + " has @Distill, whose teacher knows nothing of what the members before have left of the targets; take it off, or"
                    + " train the members by seeds");
        }
        Values targets = data.values();
        double[] start = means(targets);
        Left left = new Left(data, start);
        Left validation = fit.validation().map(rows -> new Left(rows, start)).orElse(null);
        if (fit.validationStream().isPresent()) {
            throw new IllegalArgumentException(
                    "validation on a stream: what is left of its targets changes with every member; give validateOn a dataset");
        }
        for (int i = 0; i < members.count(); i++) {
            Fit ofMember = validation == null ? fit : fit.validateOn(validation.rows());
            M member = members.trained(made, left.rows(), ofMember);
            left.take(member);
            if (validation != null) {
                validation.take(member);
            }
        }
        List<Double> begun = new ArrayList<>();
        for (double mean : start) {
            begun.add(mean);
        }
        return members.ensemble(made, new Combination.Sum(begun, share));
    }

    /** Column by column, each row counting as its weight says. */
    private double[] means(Values targets) {
        double[] sums = new double[targets.width()];
        double all = 0;
        for (int row = 0; row < data.size(); row++) {
            double weight =
                    data.rowWeights().isEmpty() ? 1 : data.rowWeights().get().at(row, 0);
            all += weight;
            for (int column = 0; column < sums.length; column++) {
                sums[column] += weight * targets.at(row, column);
            }
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] = all == 0 ? 0 : sums[column] / all;
        }
        return sums;
    }

    /** What is left of the targets of rows. */
    private final class Left {
        private final Dataset rows;
        private final double[] values;
        private final int width;

        Left(Dataset rows, double... start) {
            this.rows = rows;
            this.width = start.length;
            this.values = widened(rows.values().toArray());
            for (int i = 0; i < values.length; i++) {
                values[i] -= start[i % width];
            }
        }

        Dataset rows() {
            float[] narrow = new float[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (float) values[i];
            }
            return rows.withValues(narrow, width);
        }

        void take(M member) {
            float[][] said = member.predictions(rows);
            for (int i = 0; i < values.length; i++) {
                values[i] -= share * said[i / width][i % width];
            }
        }
    }
}
