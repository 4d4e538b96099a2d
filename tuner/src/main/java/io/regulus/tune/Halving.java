package io.regulus.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Successive halving (Jamieson and Talwalkar, 2016): many settings for few epochs, the best of them for more. */
record Halving(int trials, int firstEpochs, int factor, long seed) implements Strategy {
    Halving {
        Strategy.requireAtLeast(2, "trials", trials);
        Strategy.requireAtLeast(1, "firstEpochs", firstEpochs);
        Strategy.requireAtLeast(2, "factor", factor);
    }

    @Override
    public void check(int epochs) {
        if (firstEpochs >= epochs) {
            throw new IllegalArgumentException("firstEpochs = " + firstEpochs + ": must be below the " + epochs
                    + " epochs of the fit, with which the best are trained");
        }
    }

    @Override
    public List<Proposal> next(Space space, Objective objective, int epochs, List<Trial> done) {
        if (done.isEmpty()) {
            return RandomDraws.draw(space, trials, firstEpochs, seed);
        }
        int last = done.get(done.size() - 1).epochs();
        if (last == epochs) {
            return List.of();
        }
        List<Trial> rung = done.stream().filter(run -> run.epochs() == last).toList();
        int more = (int) Math.min((long) last * factor, epochs);
        return rung.stream()
                .sorted(objective.bestFirst())
                .filter(run -> run.state() != Trial.State.FAILED)
                .limit(Math.max(1, rung.size() / factor))
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .map(run -> new Proposal(run.number(), run.model(), run.hyperparameters(), more))
                .toList();
    }

    @Override
    public List<Trial> trials(List<Trial> runs) {
        Map<Integer, Trial> last = new TreeMap<>();
        runs.forEach(run -> last.put(run.number(), run));
        int most = runs.stream().mapToInt(Trial::epochs).max().orElse(0);
        List<Trial> trials = new ArrayList<>();
        for (Trial trial : last.values()) {
            boolean ended = trial.epochs() == most || trial.state() == Trial.State.FAILED;
            trials.add(ended ? trial : trial.pruned());
        }
        return trials;
    }

    @Override
    public String toString() {
        return "successive halving, " + trials + " trials from " + firstEpochs + " epochs by " + factor + ", seed "
                + seed;
    }
}
