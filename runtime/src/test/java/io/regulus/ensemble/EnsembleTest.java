package io.regulus.ensemble;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.annotations.Classifier;
import io.regulus.annotations.Dense;
import io.regulus.annotations.Distill;
import io.regulus.annotations.Layer;
import io.regulus.annotations.Network;
import io.regulus.annotations.Regressor;
import io.regulus.annotations.Sgd;
import io.regulus.annotations.StochasticWeightAveraging;
import io.regulus.checkpoint.Checkpoints;
import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.Settings;
import io.regulus.model.ModelType;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.SaveFormatException;
import io.regulus.testing.Nets_FullModel;
import io.regulus.testing.Nets_LineModel;
import io.regulus.testing.Nets_PlainModel;
import io.regulus.testing.Nets_WiderModel;
import io.regulus.testing.Nets_YesNoModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import io.regulus.train.Callback;
import io.regulus.train.Evaluation;
import io.regulus.train.Fit;
import io.regulus.train.Schedule;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensembles: their arithmetic by hand, what they train against models that are trained alone, the folder they are saved as. */
class EnsembleTest {
    private static final double LOG_6 = Math.log(6);
    private static final double LOG_16 = Math.log(16);
    private static final ModelType<Nets_FullModel> FULL = Nets_FullModel.type();
    private static final Dataset DATA = Samples.labelled(40, 6, 3, 5);
    private static final Dataset POINTS = Samples.valued(40, 3, 2, 7);
    private static final Fit FIT = Fit.epochs(3).batchSize(8).verbose(false);

    @TempDir
    private Path temp;

    /** Of three classes: a = log((1 - err) / err) + log 2. Row 0 of four is wrong, err = 1/4; then row 1, whose weight is 1/9. */
    @Test
    void sammeWeighsAsInThePaper() {
        Samme samme = new Samme(3, 1, 1, 1, 1, 1);
        assertThat(samme.add(true, false, false, false)).isTrue();
        assertWeights(samme, 24 / 9.0, 4 / 9.0, 4 / 9.0, 4 / 9.0);
        assertThat(samme.add(false, true, false, false)).isTrue();
        assertWeights(samme, 1, 64 / 24.0, 4 / 24.0, 4 / 24.0);
        assertThat(samme.votes().get(0)).isWithin(1e-12).of(LOG_6);
        assertThat(samme.votes().get(1)).isWithin(1e-12).of(LOG_16);
        assertThat(samme.isOver()).isFalse();
    }

    /** A share of a half: the vote is log(6) / 2, and the wrong row is weighted by its exponential, the root of 6. */
    @Test
    void sammeShrinksVoteAndWeight() {
        Samme samme = new Samme(3, 0.5, 1, 1, 1, 1);
        samme.add(true, false, false, false);
        double root = Math.sqrt(6);
        assertThat(samme.votes().get(0)).isWithin(1e-12).of(LOG_6 / 2);
        assertWeights(samme, 4 * root / (root + 3), 4 / (root + 3), 4 / (root + 3), 4 / (root + 3));
    }

    @Test
    void sammeEndsWhereNothingIsLeftToLearnOrNothingIsLearned() {
        Samme perfect = new Samme(3, 1, 1, 1, 1);
        assertThat(perfect.add(false, false, false)).isTrue();
        assertThat(perfect.votes()).containsExactly(1.0);
        assertThat(perfect.isOver()).isTrue();
        Samme chance = new Samme(3, 1, 1, 1, 1);
        assertThat(chance.add(true, true, true)).isFalse();
        assertThat(chance.votes()).isEmpty();
        assertThat(chance.isOver()).isTrue();
    }

    private static void assertWeights(Samme samme, double... expected) {
        float[] weights = samme.rowWeights();
        for (int row = 0; row < expected.length; row++) {
            assertThat(weights[row]).isWithin(1e-6f).of((float) expected[row]);
        }
    }

    /** F = (w0 - w1 / 2, -(w0 + w1) / 2, w1 - w0 / 2) / (w0 + w1), and softmax(F / 2). */
    @Test
    void votesGiveTheProbabilitiesOfScikitLearn() {
        Combination votes = new Combination.Votes(List.of(LOG_6, LOG_16));
        List<float[]> members = List.of(new float[] {0.5f, 0.3f, 0.2f}, new float[] {0.2f, 0.3f, 0.5f});
        double all = LOG_6 + LOG_16;
        double[] f = {(LOG_6 - LOG_16 / 2) / all, -0.5, (LOG_16 - LOG_6 / 2) / all};
        double sum = Arrays.stream(f).map(value -> Math.exp(value / 2)).sum();
        float[] probabilities = votes.together(members);
        for (int k = 0; k < 3; k++) {
            assertThat(probabilities[k]).isWithin(1e-6f).of((float) (Math.exp(f[k] / 2) / sum));
        }
        // weights p and q of values 0.3 apart: sqrt(p q) * 0.3
        double share = LOG_6 / all;
        assertThat(votes.spread(members)[0]).isWithin(1e-6f).of((float) (Math.sqrt(share * (1 - share)) * 0.3));
    }

    @Test
    void aMeanHasTheDeviationOfItsMembers() {
        List<float[][]> members =
                List.of(new float[][] {{0.7f, 0.3f}}, new float[][] {{0.4f, 0.6f}}, new float[][] {{0.1f, 0.9f}});
        EnsemblePrediction prediction = new EnsemblePrediction(members, new Combination.Mean(), true);
        assertThat(prediction.mean()[0])
                .usingTolerance(1e-6)
                .containsExactly(0.4, 0.6)
                .inOrder();
        double deviation = Math.sqrt(2 * 0.09 / 3);
        assertThat(prediction.spread()[0]).usingTolerance(1e-6).containsExactly(deviation, deviation);
        assertThat(prediction.votes()[0]).isEqualTo(new int[] {1, 2});
        assertThat(prediction.classify()).isEqualTo(new int[] {1});
        EnsemblePrediction values = new EnsemblePrediction(members, new Combination.Mean(), false);
        assertFails(IllegalStateException.class, values::votes, "regressor", "mean()");
    }

    /** n draws of n numbers: each is drawn once in the mean, 1 - (1 - 1/n)^n of them at all, and the samples have nothing in common. */
    @Test
    void bootstrapSamplesAreDrawnWithReplacement() {
        int n = 2000;
        int samples = 50;
        int[] drawn = new int[n];
        double share = 0;
        for (int sample = 0; sample < samples; sample++) {
            int[] rows = Order.bootstrap(n, 3, sample);
            assertThat(rows).hasLength(n);
            Arrays.stream(rows).forEach(row -> drawn[row]++);
            share += (double) Arrays.stream(rows).distinct().count() / n / samples;
        }
        assertThat(share).isWithin(0.003).of(1 - Math.pow(1 - 1.0 / n, n));
        // counts are Poisson of mean and variance 50
        double variance = Arrays.stream(drawn)
                .mapToDouble(count -> (count - 50.0) * (count - 50.0))
                .average()
                .orElseThrow();
        assertThat(variance).isWithin(5).of(50);
        assertThat(Order.bootstrap(n, 3, 0)).isEqualTo(Order.bootstrap(n, 3, 0));
        assertThat(Order.bootstrap(n, 3, 0)).isNotEqualTo(Order.bootstrap(n, 4, 0));
    }

    /** The second member is the model that is trained with the second seed and order; the ensemble's metrics are those of the means. */
    @Test
    void seedsAreModelsTrainedAlone() {
        try (Ensemble<Nets_FullModel> ensemble = Ensemble.of(3, FULL).seed(4).seeds(DATA, FIT);
                Nets_FullModel alone = Nets_FullModel.create(Settings.defaults().withSeed(5))) {
            alone.fit(DATA, FIT.seed(1));
            SavedState.of(alone).assertStateOf(ensemble.members().get(1));
            assertThat(ensemble.outOfBag()).isEmpty();
            assertEvaluates(ensemble);
            assertThat(ensemble.summary()).contains("3 members, combined by mean");
        }
    }

    /** Loss and accuracy from the mean probabilities, in double precision. */
    private static void assertEvaluates(Ensemble<Nets_FullModel> ensemble) {
        float[][] mean = ensemble.predict(DATA).mean();
        double loss = 0;
        int right = 0;
        for (int row = 0; row < mean.length; row++) {
            int label = DATA.labels().at(row);
            double p = 0;
            for (Nets_FullModel member : ensemble.members()) {
                p += (double) member.predict(DATA)[row][label]
                        / ensemble.members().size();
            }
            loss -= Math.log(p) / mean.length;
            right += ensemble.predict(DATA).classify()[row] == label ? 1 : 0;
        }
        Evaluation evaluation = ensemble.evaluate(DATA);
        assertThat(evaluation.loss()).isWithin(1e-6).of(loss);
        assertThat(evaluation.metric("accuracy")).isWithin(1e-9).of((double) right / mean.length);
        assertThat(evaluation.rows()).isEqualTo(mean.length);
        double penalty = ensemble.members().stream()
                .mapToDouble(Nets_FullModel::penalty)
                .average()
                .orElseThrow();
        assertThat(evaluation.penalty()).isWithin(1e-12).of(penalty);
    }

    /** Row by row only those members are asked whose sample does not have the row. */
    @Test
    void baggingEvaluatesOutOfBag() {
        try (Ensemble<Nets_YesNoModel> ensemble =
                Ensemble.of(4, Nets_YesNoModel.type()).seed(9).bagging(Samples.labelled(30, 3, 2, 3), FIT)) {
            Dataset data = Samples.labelled(30, 3, 2, 3);
            double loss = 0;
            int rows = 0;
            for (int row = 0; row < data.size(); row++) {
                double p = 0;
                int asked = 0;
                for (int member = 0; member < 4; member++) {
                    int at = row;
                    if (Arrays.stream(Order.bootstrap(30, 9, member)).noneMatch(drawn -> drawn == at)) {
                        p += ensemble.members().get(member).predict(data)[row];
                        asked++;
                    }
                }
                if (asked > 0) {
                    double yes = p / asked;
                    loss -= Math.log(data.labels().at(row) == 1 ? yes : 1 - yes);
                    rows++;
                }
            }
            Evaluation outOfBag = ensemble.outOfBag().orElseThrow();
            assertThat(outOfBag.rows()).isEqualTo(rows);
            assertThat(rows).isLessThan(30);
            assertThat(outOfBag.loss()).isWithin(1e-5).of(loss / rows);
            assertThat(outOfBag.metrics().keySet()).containsExactly("accuracy", "auc");
        }
    }

    /** 6 epochs of 5 steps, 4 cycles of 8: the members are the model after the steps 8, 16, 24 and 30, the last cycle's end. */
    @Test
    void snapshotsAreTheModelAtTheEndsOfCycles() {
        Fit fit = Fit.epochs(6).batchSize(8).verbose(false);
        // cycles of 7, 8, 7 and 8 steps
        List<Long> ends = List.of(7L, 15L, 22L, 30L);
        Schedule cosine = moment -> {
            long first = moment.step() < 7 ? 0 : moment.step() < 15 ? 7 : moment.step() < 22 ? 15 : 22;
            long length = first == 0 || first == 15 ? 7 : 8;
            return 0.5 * (1 + Math.cos(Math.PI * (moment.step() - first) / length));
        };
        try (Ensemble<Nets_FullModel> ensemble = Ensemble.of(4, FULL).snapshots(DATA, fit);
                Nets_FullModel alone = Nets_FullModel.create()) {
            assertThat(ensemble.members().stream().map(Nets_FullModel::steps).toList())
                    .isEqualTo(ends);
            alone.fit(DATA, fit.schedule(cosine).callback(new Callback() {
                @Override
                public void onStep(TrainingRun run, StepResult step) {
                    int member = ends.indexOf(step.step());
                    if (member >= 0) {
                        SavedState.of(alone).assertStateOf(ensemble.members().get(member));
                    }
                }
            }));
        }
        assertFails(
                IllegalArgumentException.class,
                () -> Ensemble.of(31, FULL).snapshots(DATA, fit),
                "31 snapshots of 30 steps",
                "fewer members");
        assertFails(
                IllegalArgumentException.class,
                () -> Ensemble.of(2, FULL).snapshots(DATA, fit.schedule(cosine)),
                "leave schedule(...) out");
    }

    /** However the steps are shared out: as many members as asked for, no two of one step; of a stopped fit the cycles it came to. */
    @Test
    void everySnapshotIsOfAStepOfItsOwn() {
        for (int count : new int[] {1, 7, 12, 29, 30}) {
            assertThat(snapshots(count, 30)).hasSize(count);
        }
        assertThat(snapshots(4, 15)).containsExactly(7L, 15L).inOrder();
        assertThat(snapshots(4, 17)).containsExactly(7L, 15L, 17L).inOrder();
    }

    private static List<Long> snapshots(int count, int stoppedAfter) {
        Fit fit = Fit.epochs(6).batchSize(8).verbose(false).callback(new Callback() {
            @Override
            public void onStep(TrainingRun run, StepResult step) {
                if (step.step() == stoppedAfter) {
                    run.stop();
                }
            }
        });
        try (Ensemble<Nets_FullModel> ensemble = Ensemble.of(count, FULL).snapshots(DATA, fit)) {
            List<Long> steps =
                    ensemble.members().stream().map(Nets_FullModel::steps).toList();
            assertThat(steps).containsNoDuplicates();
            assertThat(steps).isInOrder();
            return steps;
        }
    }

    @Network(input = {6})
    @Classifier(classes = 3)
    @Sgd(learningRate = 0.1)
    @StochasticWeightAveraging(startEpoch = 1)
    abstract static class Averaged {
        @Dense(units = 3)
        Layer logits;
    }

    @Network(input = {3})
    @Regressor(outputs = 2)
    @Sgd(learningRate = 0.1)
    @Distill
    abstract static class Pupil {
        @Dense(units = 2)
        Layer out;
    }

    @Test
    void whatWouldTrainSomethingElseIsRefused() {
        assertFails(
                IllegalArgumentException.class,
                () -> Ensemble.of(2, EnsembleTest_AveragedModel.type()).snapshots(DATA, FIT),
                "@StochasticWeightAveraging",
                "take it off");
        assertFails(
                IllegalArgumentException.class,
                () -> Ensemble.of(2, EnsembleTest_PupilModel.type())
                        .boosting(POINTS, FIT.teacher(data -> List.<float[][]>of(new float[data.size()][2])), 1),
                "@Distill",
                "take it off");
    }

    /** The second member is a model that is trained with the weights that the first one's mistakes give. */
    @Test
    void boostingWeighsRowsByTheMistakesBefore() {
        Dataset data = DATA.withRowWeights(weights(40));
        Members<Nets_PlainModel> members =
                Ensemble.of(2, Nets_PlainModel.type()).seed(2);
        Fit fit = Fit.epochs(10).batchSize(8).verbose(false);
        try (Ensemble<Nets_PlainModel> ensemble = members.boosting(data, fit, 1);
                Nets_PlainModel second =
                        Nets_PlainModel.create(Settings.defaults().withSeed(3))) {
            float[][] first = ensemble.members().get(0).predict(data);
            Samme samme = new Samme(
                    3,
                    1,
                    IntStream.range(0, 40).mapToDouble(row -> weights(40)[row]).toArray());
            boolean[] wrong = new boolean[40];
            for (int row = 0; row < 40; row++) {
                wrong[row] =
                        EnsemblePrediction.vote(first[row]) != data.labels().at(row);
            }
            samme.add(wrong);
            second.fit(data.withRowWeights(samme.rowWeights()), fit.seed(1));
            SavedState.of(second).assertStateOf(ensemble.members().get(1));
            assertThat(ensemble.weights().get(0)).isEqualTo(samme.votes().get(0));
        }
    }

    private static float[] weights(int rows) {
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = 0.5f + row % 3;
        }
        return weights;
    }

    /** F = mean + share * (f1 + f2), the second member a model that is trained on what the first one leaves. */
    @Test
    void boostedRegressionLearnsWhatIsLeft() {
        try (Ensemble<Nets_LineModel> ensemble =
                        Ensemble.of(2, Nets_LineModel.type()).boosting(POINTS, FIT.validateOn(POINTS), 0.5);
                Nets_LineModel second =
                        Nets_LineModel.create(Settings.defaults().withSeed(2))) {
            float[][] first = ensemble.members().get(0).predict(POINTS);
            double[] means = new double[2];
            for (int i = 0; i < 80; i++) {
                means[i % 2] += POINTS.values().at(i / 2, i % 2) / 40.0;
            }
            float[] left = new float[80];
            for (int i = 0; i < 80; i++) {
                left[i] = (float) (POINTS.values().at(i / 2, i % 2) - means[i % 2] - 0.5 * first[i / 2][i % 2]);
            }
            second.fit(POINTS.withValues(left, 2), FIT.seed(1));
            float[][] alone = second.predict(POINTS);
            EnsemblePrediction prediction = ensemble.predict(POINTS);
            double squares = 0;
            for (int i = 0; i < 80; i++) {
                double expected = means[i % 2] + 0.5 * (first[i / 2][i % 2] + alone[i / 2][i % 2]);
                assertThat(prediction.mean()[i / 2][i % 2]).isWithin(1e-5f).of((float) expected);
                squares += Math.pow(expected - POINTS.values().at(i / 2, i % 2), 2) / 80;
            }
            assertThat(prediction.spread()[0][0]).isNaN();
            Evaluation evaluation = ensemble.evaluate(POINTS);
            assertThat(evaluation.loss()).isWithin(1e-5).of(squares);
            assertThat(evaluation.metric("rmse")).isWithin(1e-5).of(Math.sqrt(squares));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertFails(IllegalArgumentException.class, () -> Ensemble.of(0, FULL), "members = 0");
        Members<Nets_FullModel> members = Ensemble.of(2, FULL);
        assertFails(
                IllegalArgumentException.class,
                () -> members.seeds(DATA, FIT.checkpoints(Checkpoints.in(temp))),
                "leave checkpoints(...) out");
        assertFails(
                IllegalArgumentException.class,
                () -> members.bagging(DATA, FIT.validationSplit(0.2)),
                "validationSplit = 0.2",
                "out-of-bag");
        assertFails(IllegalArgumentException.class, () -> members.boosting(DATA, FIT, 0), "share = 0.0", "(0, 1]");
        assertFails(
                IllegalArgumentException.class,
                () -> members.boosting(DATA.withRowWeights(new float[40]), FIT, 1),
                "all rows have the weight 0");
        // labels that have nothing to do with the rows
        assertFails(
                IllegalArgumentException.class,
                () -> Ensemble.of(2, Nets_YesNoModel.type()).boosting(Samples.labelled(30, 3, 2, 3), FIT, 1),
                "no better than chance among 2 classes");
    }

    @Test
    void aSavedEnsembleIsTheSame() throws IOException {
        Path folder = temp.resolve("ensemble");
        Dataset named = DATA.withClassNames(List.of("a", "b", "c"));
        try (Ensemble<Nets_FullModel> ensemble =
                Ensemble.of(2, FULL).attach("words", "{}").bagging(named, FIT)) {
            ensemble.save(folder);
            ensemble.save(folder);
            try (Ensemble<Nets_FullModel> loaded = Ensemble.load(folder, FULL);
                    Nets_FullModel member = Nets_FullModel.load(folder.resolve("members-2/1"))) {
                assertThat(loaded.predict(DATA).mean())
                        .isEqualTo(ensemble.predict(DATA).mean());
                assertThat(loaded.outOfBag()).isEqualTo(ensemble.outOfBag());
                SavedState.of(member).assertStateOf(ensemble.members().get(0));
                assertThat(loaded.members().get(1).attachment("words")).hasValue("{}");
                assertThat(member.classNames()).containsExactly("a", "b", "c").inOrder();
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactly("ensemble.json", "members-2");
        }
        assertFails(
                IncompatibleModelException.class, () -> Ensemble.load(folder, Nets_WiderModel.type()), "Nets.Wider");
        assertFails(SaveFormatException.class, () -> Ensemble.load(temp, FULL), "no ensemble in", "ensemble.json");
        Files.writeString(folder.resolve("ensemble.json"), "{\"format\": 1, \"generation\": 2, \"members\": 0}");
        assertFails(SaveFormatException.class, () -> Ensemble.load(folder, FULL), "ensemble.json", "combination");
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.writeString(other.resolve("notes.txt"), "mine");
        Fit longer = Fit.epochs(10).batchSize(8).verbose(false);
        try (Ensemble<Nets_PlainModel> boosted =
                Ensemble.of(2, Nets_PlainModel.type()).seed(2).boosting(DATA, longer, 0.5)) {
            assertFails(IllegalArgumentException.class, () -> boosted.save(other), "notes.txt", "folder of its own");
            boosted.save(temp.resolve("boosted"));
            try (Ensemble<Nets_PlainModel> loaded = Ensemble.load(temp.resolve("boosted"), Nets_PlainModel.type())) {
                assertThat(loaded.weights()).isEqualTo(boosted.weights());
                assertThat(loaded.predict(DATA).mean())
                        .isEqualTo(boosted.predict(DATA).mean());
            }
        }
    }
}
