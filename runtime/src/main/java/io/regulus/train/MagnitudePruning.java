package io.regulus.train;

import static io.regulus.train.Requirements.require;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prunes the weights of least absolute value, to a share of zeros that grows while the network is trained, after Zhu and Gupta (2017): behind
 * step t of the fit the share is
 *
 * <pre>s(t) = sparsity + (initial - sparsity) * (1 - (t - begin) / (end - begin))^3</pre>
 *
 * for t from begin to end, and the sparsity from then on. What is pruned is 0 after every further step of the fit, whatever momentum and
 * moving averages would make of it, and is never taken back.
 *
 * <pre>{@code
 * Fit.epochs(10).callback(MagnitudePruning.to(0.8).between(0, 2_000).every(100))
 * }</pre>
 *
 * Of a weight of n values round(s * n) are 0, at most n - 1; equal absolute values go in their order. Every layer is pruned by itself unless
 * {@link #acrossLayers} is asked for. Kernels are pruned, no recurrent kernels, tables, biases or norms, unless {@link #only} names
 * others; what is frozen is left alone. What is 0 when the fit starts, as after pruning in another fit, counts as pruned and stays 0, but for
 * weights of zeros alone.
 *
 * <p>Gradients of pruned values are computed like others, and count in a norm that gradients are clipped by; constraints hold of the weights
 * before the zeros. Where weights are restored during the fit, as by early stopping, what is pruned by then is 0 in them, too: give it
 * a start behind the end of the pruning. With checkpoints a run goes on with what was pruned. In a group of processes give every one
 * the same; all prune the same values. An object serves one fit at a time and starts anew with each.
 */
public final class MagnitudePruning implements Stateful {
    private static final Logger LOG = LoggerFactory.getLogger(MagnitudePruning.class);
    private static final String STEPS = "steps";
    private static final String PRUNED = "pruned";

    private final Rule rule;
    private final Map<String, BitSet> pruned = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private TrainingRun run;
    private long steps;
    private boolean begun;

    /** What to do; changed only while a copy is made. */
    private static final class Rule {
        private final double sparsity;
        private double initial;
        private long begin;
        private long end;
        private int every = 100;
        private boolean acrossLayers;
        private List<String> patterns = List.of();

        Rule(double sparsity) {
            this.sparsity = sparsity;
        }

        Rule(Rule other) {
            sparsity = other.sparsity;
            initial = other.initial;
            begin = other.begin;
            end = other.end;
            every = other.every;
            acrossLayers = other.acrossLayers;
            patterns = other.patterns;
        }
    }

    private MagnitudePruning(Rule rule) {
        require(rule.sparsity >= 0 && rule.sparsity < 1, "sparsity", rule.sparsity, "in [0, 1), such as 0.8");
        require(
                rule.initial >= 0 && rule.initial <= rule.sparsity,
                "initial",
                rule.initial,
                "at least 0 and at most sparsity = " + rule.sparsity);
        require(
                rule.begin >= 0 && rule.begin <= rule.end,
                "begin",
                rule.begin,
                "at least 0 and at most end = " + rule.end);
        require(rule.every >= 1, "every", rule.every, "at least 1");
        this.rule = rule;
    }

    /**
     * Prunes to a share of zeros, all of it before the first step unless {@link #between} says otherwise.
     *
     * @param sparsity in [0, 1), such as 0.8 for four zeros in five values
     * @throws IllegalArgumentException if it is not
     */
    public static MagnitudePruning to(double sparsity) {
        return new MagnitudePruning(new Rule(sparsity));
    }

    /**
     * The share that is pruned at the begin; 0 by default.
     *
     * @throws IllegalArgumentException if it is negative or above the sparsity that is asked for
     */
    public MagnitudePruning initial(double share) {
        return with(changed -> changed.initial = share);
    }

    /**
     * The steps of the fit behind which the pruning begins and ends; 0 is before the first one.
     *
     * @throws IllegalArgumentException if begin is negative or behind end
     */
    public MagnitudePruning between(long begin, long end) {
        return with(changed -> {
            changed.begin = begin;
            changed.end = end;
        });
    }

    /**
     * Steps from one pruning to the next, between which weights recover; 100 by default. The last one is at the end.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public MagnitudePruning every(int count) {
        return with(changed -> changed.every = count);
    }

    /**
     * Compares the values of all layers with each other, so that layers come to different shares; each keeps at least its largest value.
     */
    public MagnitudePruning acrossLayers() {
        return with(changed -> changed.acrossLayers = true);
    }

    /**
     * Prunes the trained weights that one of these patterns fits, in the place of all kernels.
     *
     * @param patterns such as {@code "head/kernel"} or {@code "*}{@code /recurrent_kernel"}; {@code *} stands for any characters
     */
    public MagnitudePruning only(String... patterns) {
        return with(changed -> changed.patterns = List.of(patterns));
    }

    private MagnitudePruning with(Consumer<Rule> change) {
        Rule changed = new Rule(rule);
        change.accept(changed);
        return new MagnitudePruning(changed);
    }

    /** The share that is asked for behind a step of the fit; 0 before the first one. */
    public double sparsityAt(long step) {
        if (step >= rule.end) {
            return rule.sparsity;
        }
        if (step < rule.begin) {
            return 0;
        }
        double left = 1 - (double) (step - rule.begin) / (rule.end - rule.begin);
        return rule.sparsity + (rule.initial - rule.sparsity) * left * left * left;
    }

    private boolean isDue() {
        return steps == rule.end || (steps >= rule.begin && steps < rule.end && (steps - rule.begin) % rule.every == 0);
    }

    @Override
    public void onFitStart(TrainingRun started) {
        run = started;
        steps = 0;
        begun = false;
        pruned.clear();
        sizes.clear();
        long all = (long) run.epochs() * run.stepsPerEpoch();
        if (all > 0 && rule.end > all) {
            throw new IllegalArgumentException(
                    "end = " + rule.end + ": the fit has " + all + " steps, so that sparsity = " + rule.sparsity
                            + " is never reached; give an end of at most " + all + ", or more epochs");
        }
        selected().forEach(name -> pruned.put(name, new BitSet()));
    }

    private Set<String> selected() {
        if (rule.patterns.isEmpty()) {
            if (run.kernels().isEmpty()) {
                throw new IllegalArgumentException(
                        "nothing to prune: no layer has a kernel that is trained. Name other weights by"
                                + " only(...), of " + run.trained());
            }
            return run.kernels();
        }
        Set<String> found = new LinkedHashSet<>();
        for (String pattern : rule.patterns) {
            Pattern regex = Pattern.compile(
                    Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
            List<String> fitting = run.trained().stream()
                    .filter(name -> regex.matcher(name).matches())
                    .toList();
            if (fitting.isEmpty()) {
                throw new IllegalArgumentException("nothing to prune: no weight that is trained fits '" + pattern
                        + "'; there are " + run.trained());
            }
            found.addAll(fitting);
        }
        return found;
    }

    @Override
    public void onEpochStart(TrainingRun started, int epoch) {
        beginOnce();
    }

    @Override
    public void onStep(TrainingRun started, StepResult step) {
        // a run that goes on within an epoch may have been without this callback so far
        beginOnce();
        steps++;
        if (isDue()) {
            prune();
        }
    }

    /** Not at the start of the fit: weights may still come from a checkpoint then. */
    private void beginOnce() {
        if (begun) {
            return;
        }
        begun = true;
        Map<String, float[]> weights = run.weights(pruned.keySet());
        measure(weights);
        weights.forEach((name, values) -> pruned.get(name).or(zeros(values)));
        if (isDue()) {
            prune();
        } else {
            hold();
        }
    }

    private void measure(Map<String, float[]> weights) {
        weights.forEach((name, values) -> sizes.put(name, values.length));
    }

    /** Zeros among other values: a weight of zeros alone was not pruned, but starts so. */
    private static BitSet zeros(float[] values) {
        BitSet zeros = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            zeros.set(i, values[i] == 0);
        }
        return zeros.cardinality() < values.length ? zeros : new BitSet();
    }

    private void prune() {
        Map<String, float[]> weights = run.weights(pruned.keySet());
        double share = sparsityAt(steps);
        if (rule.acrossLayers) {
            LeastValues.add(weights, share, pruned);
        } else {
            weights.forEach((name, values) -> LeastValues.add(Map.of(name, values), share, pruned));
        }
        hold();
    }

    private void hold() {
        Map<String, BitSet> zeros = new LinkedHashMap<>(pruned);
        zeros.values().removeIf(BitSet::isEmpty);
        run.keepZero(zeros);
    }

    @Override
    public void onFitEnd(TrainingRun ended, History history) {
        if (steps < rule.end && !ended.failed()) {
            LOG.warn(
                    "the fit ended after {} steps, before the pruning did: the sparsity asked for was {} by then, not {}",
                    steps,
                    sparsityAt(steps),
                    rule.sparsity);
        }
        run = null;
    }

    @Override
    public CallbackState state() {
        CallbackState state = CallbackState.EMPTY.with(STEPS, (double) steps);
        Map<String, byte[]> places = new LinkedHashMap<>();
        sizes.forEach((name, size) -> places.put(name, Places.bytes(pruned.get(name), size)));
        return places.isEmpty() ? state : state.with(PRUNED, new Snapshot(places));
    }

    @Override
    public void restore(CallbackState state) {
        steps = (long) state.number(STEPS);
        state.snapshot(PRUNED).ifPresent(places -> {
            begun = true;
            // of what is to be pruned by now: that may be more or less than it was
            places.values().forEach((name, bytes) -> pruned.computeIfPresent(name, (same, none) -> Places.of(bytes)));
            measure(run.weights(pruned.keySet()));
            hold();
        });
    }

    /** All of it: processes that pruned other weights would no longer train one network. */
    @Override
    public Optional<String> agreement() {
        return Optional.of(toString());
    }

    /** What is pruned, in words. */
    @Override
    public String toString() {
        return "pruning to " + rule.sparsity + " from " + rule.initial + ", steps " + rule.begin + " to " + rule.end
                + ", every "
                + rule.every + ", " + (rule.acrossLayers ? "across layers" : "layer by layer") + ", "
                + (rule.patterns.isEmpty() ? "kernels" : rule.patterns);
    }
}
