package io.regulus.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Tree-structured Parzen estimators (Bergstra et al., 2011): the trials so far are divided into the best {@value #GOOD} of them and the
 * others; l and g are the densities of both, and of {@value #DRAWS} values drawn from l that of the largest l / g is tried. The tree is the
 * class of the model, chosen first in the same way, over its own hyperparameters. A batch is proposed at once, its earlier proposals
 * counted among the others, so that they differ.
 */
record Tpe(int trials, int batch, long seed) implements Strategy {
    private static final double GOOD = 0.15;
    private static final int DRAWS = 24;
    /** Random trials before the first that are not. */
    private static final int FIRST = 10;

    Tpe {
        Strategy.requireAtLeast(1, "trials", trials);
        Strategy.requireAtLeast(1, "batch", batch);
    }

    @Override
    public List<Proposal> next(Space space, Objective objective, int epochs, List<Trial> done) {
        if (done.isEmpty()) {
            return RandomDraws.draw(space, Math.min(FIRST, trials), epochs, seed);
        }
        List<Trial> ranked = done.stream().sorted(objective.bestFirst()).toList();
        int good = (int) Math.ceil(GOOD * ranked.size());
        List<Proposal> best = ranked.stream()
                .limit(good)
                .filter(trial -> trial.state() != Trial.State.FAILED)
                .map(Trial::proposal)
                .toList();
        List<Proposal> others = new ArrayList<>(ranked.stream()
                .map(Trial::proposal)
                .filter(one -> !best.contains(one))
                .toList());
        List<Proposal> batchOfThem = new ArrayList<>();
        for (int i = 0; i < batch && done.size() + i < trials; i++) {
            int number = done.size() + i + 1;
            // a generator of its own for each, so that a search of more trials begins as one of fewer
            Proposal next = propose(space, number, epochs, best, others, new Random(seed * 1_000_003L + number));
            batchOfThem.add(next);
            others.add(next);
        }
        return batchOfThem;
    }

    private static Proposal propose(
            Space space, int number, int epochs, List<Proposal> best, List<Proposal> others, Random random) {
        String model = choose(space.models(), best, others, Proposal::model, random);
        List<Proposal> good =
                best.stream().filter(one -> one.model().equals(model)).toList();
        List<Proposal> rest =
                others.stream().filter(one -> one.model().equals(model)).toList();
        Map<String, Double> numbers = new LinkedHashMap<>();
        space.ranges(model).forEach((name, range) -> {
            if (range instanceof Range.Choice choice) {
                numbers.put(
                        name,
                        choose(choice.values(), good, rest, one -> one.numbers().get(name), random));
            } else {
                numbers.put(name, value((Range.Interval) range, points(name, good), points(name, rest), random));
            }
        });
        return new Proposal(number, model, numbers, epochs);
    }

    private static double[] points(String name, List<Proposal> proposals) {
        return proposals.stream().mapToDouble(one -> one.numbers().get(name)).toArray();
    }

    static double value(Range.Interval range, double[] good, double[] rest, Random random) {
        Parzen l = parzen(range, good);
        Parzen g = parzen(range, rest);
        double chosen = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < DRAWS; i++) {
            double drawn = l.draw(random);
            double ratio = l.density(drawn) / g.density(drawn);
            if (ratio > most) {
                most = ratio;
                chosen = drawn;
            }
        }
        return range.outer(chosen);
    }

    private static Parzen parzen(Range.Interval range, double... values) {
        double[] inner = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            inner[i] = range.inner(values[i]);
        }
        return new Parzen(range.inner(range.from()), range.inner(range.to()), inner);
    }

    /** The same over values without an order, of probability (times seen + 1) / (all + values). */
    private static <T> T choose(
            List<T> values, List<Proposal> good, List<Proposal> rest, Function<Proposal, T> of, Random random) {
        double[] l = shares(values, good.stream().map(of).toList());
        double[] g = shares(values, rest.stream().map(of).toList());
        int chosen = -1;
        for (int i = 0; i < DRAWS; i++) {
            int drawn = drawn(l, random.nextDouble());
            if (chosen < 0 || l[drawn] / g[drawn] > l[chosen] / g[chosen]) {
                chosen = drawn;
            }
        }
        return values.get(chosen);
    }

    private static int drawn(double[] shares, double uniform) {
        double sum = 0;
        for (int i = 0; i < shares.length - 1; i++) {
            sum += shares[i];
            if (uniform < sum) {
                return i;
            }
        }
        return shares.length - 1;
    }

    static <T> double[] shares(List<T> values, List<T> seen) {
        return values.stream()
                .mapToDouble(
                        value -> (seen.stream().filter(value::equals).count() + 1.0) / (seen.size() + values.size()))
                .toArray();
    }

    @Override
    public String toString() {
        return "TPE, " + trials + " trials in batches of " + batch + ", seed " + seed;
    }
}
