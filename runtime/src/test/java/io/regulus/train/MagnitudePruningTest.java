package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Sparsity;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which weights are pruned and when, and that they stay 0 whatever else goes on. */
class MagnitudePruningTest {
    private static final int BATCH = 8;
    private static final Dataset IMAGES = Dataset.of(Samples.rows(40, 50, 1), Samples.labels(40, 3, 2));
    private static final Dataset ROWS = Samples.labelled(40, 6, 3, 3);
    private static final Dataset VALUES = Samples.valued(40, 6, 2, 4);
    private static final String[] KERNELS = {"block/kernel", "hidden/kernel", "logits/kernel"};

    @TempDir
    Path folder;

    private static Fit fit(int epochs, Callback... callbacks) {
        Fit fit = Fit.epochs(epochs).batchSize(BATCH).shuffle(false).verbose(false);
        for (Callback callback : callbacks) {
            fit = fit.callback(callback);
        }
        return fit;
    }

    private static Set<Integer> zeros(float[] values) {
        Set<Integer> zeros = new HashSet<>();
        IntStream.range(0, values.length).filter(i -> values[i] == 0).forEach(zeros::add);
        return zeros;
    }

    private static long count(int size, double share) {
        return Math.min(Math.round(size * share), size - 1);
    }

    /** The least of some values, by a sort. */
    private static Set<Integer> least(float[] values, long count) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        places.sort(Comparator.comparing(i -> Math.abs(values[i])));
        return new HashSet<>(places.subList(0, (int) count));
    }

    @Test
    void theShareFollowsZhuAndGupta() {
        MagnitudePruning pruning = MagnitudePruning.to(0.8).initial(0.2).between(10, 110);
        assertThat(pruning.sparsityAt(9)).isEqualTo(0.0);
        assertThat(pruning.sparsityAt(10)).isWithin(1e-12).of(0.2);
        assertThat(pruning.sparsityAt(60)).isWithin(1e-12).of(0.8 - 0.6 / 8);
        assertThat(pruning.sparsityAt(85)).isWithin(1e-12).of(0.8 - 0.6 / 64);
        assertThat(pruning.sparsityAt(110)).isEqualTo(0.8);
        assertThat(pruning.sparsityAt(1000)).isEqualTo(0.8);
    }

    /** 2 epochs of 5 steps, pruned behind steps 2, 5 and, as the last one, 7. */
    @Test
    void weightsArePrunedAtTheBeginEverySoManyStepsAndAtTheEnd() {
        MagnitudePruning pruning =
                MagnitudePruning.to(0.7).initial(0.1).between(2, 7).every(3);
        List<Map<String, Set<Integer>>> seen = new ArrayList<>();
        try (PruningModels_AveragedModel model = PruningModels_AveragedModel.create()) {
            model.fit(IMAGES, fit(2, pruning, new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    Map<String, Set<Integer>> zeros = new TreeMap<>();
                    run.weights(run.kernels()).forEach((name, values) -> zeros.put(name, zeros(values)));
                    seen.add(zeros);
                }
            }));
            assertThat(seen).hasSize(10);
            double[] shares = {0, 0.1, 0.1, 0.1, 0.7 - 0.6 * Math.pow(0.4, 3), 0.7 - 0.6 * Math.pow(0.4, 3), 0.7};
            for (int step = 1; step <= 10; step++) {
                double share = shares[Math.min(step, 7) - 1];
                for (String name : KERNELS) {
                    Set<Integer> zeros = seen.get(step - 1).get(name);
                    int size = model.weights().get(name).length;
                    assertWithMessage("%s behind step %s", name, step)
                            .that(zeros)
                            .hasSize((int) count(size, share));
                    if (step > 1) {
                        assertWithMessage("what was pruned stays so")
                                .that(zeros)
                                .containsAtLeastElementsIn(seen.get(step - 2).get(name));
                    }
                }
            }
        }
    }

    @Test
    void theLeastOfEachLayerArePrunedAndNoOthers() {
        try (PruningModels_AveragedModel model = PruningModels_AveragedModel.create()) {
            Weights before = model.weights();
            model.fit(IMAGES, fit(1, MagnitudePruning.to(0.6)));
            Weights after = model.weights();
            for (String name : KERNELS) {
                float[] drawn = before.get(name);
                assertWithMessage(name)
                        .that(zeros(after.get(name)))
                        .isEqualTo(least(drawn, Math.round(0.6 * drawn.length)));
            }
            assertThat(zeros(after.get("block/scale"))).isEmpty();
        }
    }

    /** The whole network in one sort; of a layer of small values the largest stays. */
    @Test
    void acrossLayersTheLeastOfAllArePruned() {
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            float[] small = Samples.normal(24, 5);
            for (int i = 0; i < small.length; i++) {
                small[i] *= 1e-4f;
            }
            model.setWeights(model.weights().with("logits/kernel", small));
            float[] hidden = model.weights().get("hidden/kernel");
            model.fit(ROWS, fit(1, MagnitudePruning.to(0.5).acrossLayers()));
            float[] all = new float[72];
            System.arraycopy(hidden, 0, all, 0, 48);
            System.arraycopy(small, 0, all, 48, 24);
            Set<Integer> least = least(all, 37);
            Set<Integer> ofSmall = zeros(model.weights().get("logits/kernel"));
            assertThat(ofSmall).isEqualTo(least(small, 23));
            Set<Integer> expected = new HashSet<>(least);
            expected.removeIf(place -> place >= 48);
            // 36 of 72: 23 of the small ones, so that 13 of the others go, those of the least 24 + 13
            assertThat(zeros(model.weights().get("hidden/kernel"))).isEqualTo(expected);
            assertThat(expected).hasSize(13);
        }
    }

    @Test
    void zerosStayUnderAdamAndInTheMovingAverages() {
        try (PruningModels_AveragedModel model = PruningModels_AveragedModel.create()) {
            model.fit(IMAGES, fit(1));
            Weights trained = model.weights();
            model.fit(IMAGES, fit(3, MagnitudePruning.to(0.8).between(3, 9).every(2)));
            assertHolds(model, trained, 0.8, KERNELS);
        }
    }

    @Test
    void zerosStayUnderMomentumAndInTheMeansOfEpochs() {
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            Weights drawn = model.weights();
            model.fit(ROWS, fit(5, MagnitudePruning.to(0.75).between(2, 16).every(3)));
            assertHolds(model, drawn, 0.75, "hidden/kernel", "logits/kernel");
        }
    }

    private static void assertHolds(Model model, Weights before, double share, String... names) {
        Weights weights = model.weights();
        Weights averages = model.inferenceWeights();
        Sparsity sparsity = model.sparsity();
        for (String name : names) {
            int size = before.get(name).length;
            Set<Integer> zeros = zeros(weights.get(name));
            assertWithMessage(name).that(zeros).hasSize((int) Math.round(size * share));
            assertWithMessage("average of " + name)
                    .that(zeros(averages.get(name)))
                    .isEqualTo(zeros);
            assertThat(sparsity.of(name)).isWithin(1e-12).of((double) zeros.size() / size);
            for (int i = 0; i < size; i++) {
                // +0 as well, so that what is written of it looks like a zero
                if (zeros.contains(i)) {
                    assertThat(Float.floatToRawIntBits(weights.get(name)[i])).isEqualTo(0);
                } else {
                    assertWithMessage("%s[%s] was trained on", name, i)
                            .that(weights.get(name)[i])
                            .isNotEqualTo(before.get(name)[i]);
                }
            }
        }
    }

    /** A step of the pruned network is one of a network with these weights, and then the zeros again. */
    @Test
    void aStepIsThatOfThePrunedNetwork() {
        Dataset batch = VALUES.take(BATCH);
        try (PruningModels_PlainModel pruned = PruningModels_PlainModel.create();
                PruningModels_PlainModel plain = PruningModels_PlainModel.create()) {
            Weights cut = plain.weights();
            for (String name : new String[] {"hidden/kernel", "out/kernel"}) {
                cut = cut.with(
                        name, without(cut.get(name), least(cut.get(name), Math.round(0.5 * cut.get(name).length))));
            }
            plain.setWeights(cut);
            plain.fit(batch, fit(1));
            pruned.fit(batch, fit(1, MagnitudePruning.to(0.5)));
            Weights expected = plain.weights();
            for (String name : expected.names()) {
                float[] step = name.endsWith("kernel")
                        ? without(expected.get(name), zeros(cut.get(name)))
                        : expected.get(name);
                assertWithMessage(name).that(pruned.weights().get(name)).isEqualTo(step);
            }
        }
    }

    private static float[] without(float[] values, Set<Integer> places) {
        float[] changed = values.clone();
        places.forEach(place -> changed[place] = 0);
        return changed;
    }

    @Test
    void aSparsityOfNothingChangesNothing() {
        try (PruningModels_AveragedModel with = PruningModels_AveragedModel.create();
                PruningModels_AveragedModel without = PruningModels_AveragedModel.create()) {
            with.fit(IMAGES, fit(2, MagnitudePruning.to(0)));
            without.fit(IMAGES, fit(2));
            SavedState.of(without).assertStateOf(with);
        }
    }

    @Test
    void theNextFitIsFreeAgainUnlessItPrunesToo() {
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            model.fit(ROWS, fit(1, MagnitudePruning.to(0.75)));
            Set<Integer> zeros = zeros(model.weights().get("hidden/kernel"));
            assertThat(zeros).hasSize(36);
            model.fit(ROWS, fit(1, MagnitudePruning.to(0)));
            assertThat(zeros(model.weights().get("hidden/kernel"))).isEqualTo(zeros);
            model.fit(ROWS, fit(1));
            assertThat(zeros(model.weights().get("hidden/kernel")).size()).isLessThan(36);
        }
    }

    /** Saved, loaded and trained on: the same zeros, and the bits of a model that was never saved. */
    @Test
    void whatIsPrunedLastsWhenSavedAndLoaded() {
        try (PruningModels_AveragedModel model = PruningModels_AveragedModel.create()) {
            model.fit(IMAGES, fit(1, MagnitudePruning.to(0.7)));
            Weights pruned = model.weights();
            model.save(folder.resolve("saved"));
            model.exportWeights(folder.resolve("weights.safetensors"));
            try (PruningModels_AveragedModel loaded = PruningModels_AveragedModel.load(folder.resolve("saved"));
                    PruningModels_AveragedModel imported = PruningModels_AveragedModel.create()) {
                assertThat(loaded.sparsity()).isEqualTo(model.sparsity());
                imported.importWeights(folder.resolve("weights.safetensors"));
                assertThat(imported.sparsity()).isEqualTo(model.sparsity());
                model.fit(IMAGES, fit(1, MagnitudePruning.to(0.7)));
                loaded.fit(IMAGES, fit(1, MagnitudePruning.to(0.7)));
                SavedState.of(model).assertStateOf(loaded);
                for (String name : KERNELS) {
                    assertThat(zeros(loaded.weights().get(name))).isEqualTo(zeros(pruned.get(name)));
                }
            }
        }
    }

    /** 5 steps of an epoch; the best epoch is the first one, whose weights have not been pruned. */
    @Test
    void weightsThatAreRestoredArePrunedToo() {
        Callback restoring = new Callback() {
            private Snapshot first;

            @Override
            public void onEpochEnd(TrainingRun run, EpochResult epoch) {
                if (epoch.epoch() == 1) {
                    first = run.snapshot();
                }
            }

            @Override
            public void onFitEnd(TrainingRun run, History history) {
                run.restore(first);
            }
        };
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            model.fit(ROWS, fit(2, restoring, MagnitudePruning.to(0.5).between(7, 7)));
            assertThat(zeros(model.weights().get("hidden/kernel"))).hasSize(24);
            assertThat(zeros(model.inferenceWeights().get("hidden/kernel"))).hasSize(24);
        }
    }

    @Test
    void onlyWhatIsNamedIsPrunedAndNothingThatIsFrozen() {
        Dataset data = Samples.valued(24, 12, 2, 8);
        try (PruningModels_StepsModel model = PruningModels_StepsModel.create()) {
            model.fit(data, fit(2, MagnitudePruning.to(0.5)));
            assertThat(model.sparsity().of("states/kernel")).isEqualTo(0.5);
            assertThat(model.sparsity().of("states/recurrent_kernel")).isEqualTo(0.0);
            assertThat(model.sparsity().of("kept/kernel")).isEqualTo(0.0);
            assertThat(model.sparsity().of("out/kernel")).isEqualTo(0.5);
        }
        try (PruningModels_StepsModel model = PruningModels_StepsModel.create()) {
            model.fit(data, fit(2, MagnitudePruning.to(0.5).only("*recurrent_kernel", "out/*")));
            assertThat(model.sparsity().of("states/kernel")).isEqualTo(0.0);
            assertThat(model.sparsity().of("states/recurrent_kernel")).isEqualTo(0.5);
            assertThat(model.sparsity().of("out/kernel")).isEqualTo(0.5);
            assertThat(zeros(model.weights().get("out/bias"))).hasSize(1);
        }
    }

    @Test
    void theReportCountsZeros() {
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            assertThat(model.sparsity().total()).isEqualTo(0.0);
            float[] kernel = model.weights().get("logits/kernel");
            for (int i = 0; i < 6; i++) {
                kernel[i] = 0;
            }
            model.setWeights(model.weights().with("logits/kernel", kernel));
            Sparsity sparsity = model.sparsity();
            assertThat(sparsity.weights())
                    .containsExactly(
                            "hidden/kernel", new Sparsity.Zeros(0, 48), "logits/kernel", new Sparsity.Zeros(6, 24))
                    .inOrder();
            assertThat(sparsity.total()).isWithin(1e-12).of(6 / 72.0);
            assertThat(sparsity.toString()).isEqualTo("""
                            weight         values  zeros  sparsity
                            --------------------------------------
                            hidden/kernel      48      0    0.00 %
                            logits/kernel      24      6   25.00 %
                            all                72      6    8.33 %
                            """);
            assertFails(
                    IllegalArgumentException.class, () -> sparsity.of("hidden/bias"), "hidden/bias", "logits/kernel");
        }
    }

    @Test
    void whatCannotBePrunedIsRefusedBeforeTheFirstStep() {
        try (PruningModels_NoKernelModel model = PruningModels_NoKernelModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(VALUES, fit(1, MagnitudePruning.to(0.5))),
                    "nothing to prune",
                    "norm/scale");
            assertThat(model.steps()).isEqualTo(0);
        }
        try (PruningModels_MeansModel model = PruningModels_MeansModel.create()) {
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(ROWS, fit(1, MagnitudePruning.to(0.5).only("logit/kernel"))),
                    "no weight that is trained fits 'logit/kernel'",
                    "logits/kernel");
            assertFails(
                    IllegalArgumentException.class,
                    () -> model.fit(ROWS, fit(1, MagnitudePruning.to(0.5).between(0, 6))),
                    "end = 6: the fit has 5 steps",
                    "at most 5");
            assertThat(model.steps()).isEqualTo(0);
        }
    }
}
