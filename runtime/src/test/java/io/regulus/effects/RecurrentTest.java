package io.regulus.effects;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.Dataset;
import io.regulus.model.Model;
import io.regulus.model.Weights;
import io.regulus.testing.Samples;
import io.regulus.train.Fit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TInt32;

/** What recurrent layers start from, how padding passes them by, how directions merge, and that all of it is saved. */
class RecurrentTest {
    private static final int[] PADDED = {0, 3, 0, 2, 0};

    @TempDir
    Path folder;

    /** Random weights, the same for every model with the same names. */
    private static <M extends Model> M random(M model) {
        Weights weights = model.weights();
        int seed = 1;
        for (String name : weights.names()) {
            weights = weights.with(name, Samples.normal(weights.get(name).length, seed++));
        }
        model.setWeights(weights);
        return model;
    }

    @Test
    void biasesStartAtZeroAndThatOfTheForgetGateAtOne() {
        try (SequenceModels_FullModel model = SequenceModels_FullModel.create()) {
            float[] lstm = {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
            assertThat(model.weights().get("both/bias")).isEqualTo(lstm);
            assertThat(model.weights().get("both/backward_bias")).isEqualTo(lstm);
            assertThat(model.weights().get("last/bias")).isEqualTo(new float[24]);
            assertThat(model.weights().shape("last/bias")).isEqualTo(new long[] {2, 12});
            assertThat(model.weights().get("both/recurrent_kernel"))
                    .isNotEqualTo(model.weights().get("both/backward_recurrent_kernel"));
        }
    }

    @Test
    void aMaskedStepRepeatsTheOneBefore() {
        try (SequenceModels_EachStepModel each = random(SequenceModels_EachStepModel.create());
                SequenceModels_LastStepModel last = random(SequenceModels_LastStepModel.create())) {
            float[] states = each.predict(new int[][] {PADDED})[0];
            // before the first word there is the state at the start, which is 0
            assertThat(Arrays.copyOfRange(states, 0, 2)).isEqualTo(new float[2]);
            assertThat(states[2]).isNotEqualTo(0f);
            assertThat(Arrays.copyOfRange(states, 4, 6)).isEqualTo(Arrays.copyOfRange(states, 2, 4));
            assertThat(Arrays.copyOfRange(states, 6, 8)).isNotEqualTo(Arrays.copyOfRange(states, 4, 6));
            assertThat(Arrays.copyOfRange(states, 8, 10)).isEqualTo(Arrays.copyOfRange(states, 6, 8));
            // and where the words stand among the padding does not matter
            float[] words = each.predict(new int[][] {{3, 2, 4, 4, 4}})[0];
            assertThat(Arrays.copyOfRange(states, 8, 10))
                    .usingTolerance(1e-6)
                    .containsExactly(words[2], words[3])
                    .inOrder();
            float[][] ends = last.predict(new int[][] {PADDED, {3, 2, 0, 0, 0}, {0, 0, 0, 0, 0}});
            for (float[] end : Arrays.copyOf(ends, 2)) {
                assertThat(end)
                        .usingTolerance(1e-6)
                        .containsExactly(words[2], words[3])
                        .inOrder();
            }
            assertThat(ends[2]).isEqualTo(new float[2]);
        }
    }

    @Test
    void directionsMergeAsTheyAreToldAndGiveZeroWhereMasked() {
        try (SequenceModels_JoinedModel joined = random(SequenceModels_JoinedModel.create());
                SequenceModels_SummedModel summed = random(SequenceModels_SummedModel.create());
                SequenceModels_MultipliedModel multiplied = random(SequenceModels_MultipliedModel.create());
                SequenceModels_AveragedModel averaged = random(SequenceModels_AveragedModel.create());
                SequenceModels_EndsModel ends = random(SequenceModels_EndsModel.create())) {
            float[] both = joined.predict(new int[][] {PADDED})[0];
            float[] sum = summed.predict(new int[][] {PADDED})[0];
            float[] product = multiplied.predict(new int[][] {PADDED})[0];
            float[] mean = averaged.predict(new int[][] {PADDED})[0];
            for (int step = 0; step < 5; step++) {
                for (int unit = 0; unit < 2; unit++) {
                    float forward = both[4 * step + unit];
                    float backward = both[4 * step + 2 + unit];
                    int at = 2 * step + unit;
                    assertWithMessage("whether step " + step + " counts")
                            .that(forward != 0 && backward != 0)
                            .isEqualTo(PADDED[step] != 0);
                    assertThat(sum[at]).isWithin(1e-6f).of(forward + backward);
                    assertThat(product[at]).isWithin(1e-6f).of(forward * backward);
                    assertThat(mean[at]).isWithin(1e-6f).of((forward + backward) / 2);
                }
            }
            // each direction ends at the word it reads last
            assertThat(ends.predict(new int[][] {PADDED})[0])
                    .usingTolerance(1e-6)
                    .containsExactly(both[12], both[13], both[6], both[7])
                    .inOrder();
        }
    }

    @Test
    void theBackwardDirectionReadsTheSequenceFromItsEnd() {
        try (SequenceModels_JoinedModel model = random(SequenceModels_JoinedModel.create())) {
            Weights weights = model.weights();
            for (String name : new String[] {"kernel", "recurrent_kernel", "bias"}) {
                weights = weights.with("states/backward_" + name, weights.get("states/" + name));
            }
            model.setWeights(weights);
            float[][] outputs = model.predict(new int[][] {{1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}});
            for (int step = 0; step < 5; step++) {
                for (int unit = 0; unit < 2; unit++) {
                    assertThat(outputs[1][4 * (4 - step) + 2 + unit])
                            .isWithin(1e-6f)
                            .of(outputs[0][4 * step + unit]);
                }
            }
        }
    }

    private static Dataset titles() {
        int[][] ids = new int[48][5];
        int[] labels = new int[48];
        int[] drawn = Samples.labels(48 * 5, 6, 4);
        for (int row = 0; row < ids.length; row++) {
            System.arraycopy(drawn, row * 5, ids[row], 0, 5);
            labels[row] = ids[row][2] % 3;
        }
        return Dataset.ofInts(ids).withLabels(labels);
    }

    @Test
    void trainingIsRepeatableAndDropsNothingInInference() {
        Dataset data = titles();
        try (SequenceModels_FullModel one = SequenceModels_FullModel.create();
                SequenceModels_FullModel other = SequenceModels_FullModel.create();
                SequenceModels_FullModel without =
                        SequenceModels_FullModel.create(SequenceModels_FullHyperparameters.of(Map.of(
                                "both.inputDropout",
                                0.0,
                                "both.recurrentDropout",
                                0.0,
                                "last.recurrentDropout",
                                0.0)))) {
            for (SequenceModels_FullModel model : new SequenceModels_FullModel[] {one, other, without}) {
                model.fit(data, Fit.epochs(2).batchSize(16).verbose(false));
            }
            for (String name : one.weights().names()) {
                assertWithMessage(name)
                        .that(other.weights().get(name))
                        .isEqualTo(one.weights().get(name));
            }
            assertThat(without.weights().get("both/kernel"))
                    .isNotEqualTo(one.weights().get("both/kernel"));
            without.setWeights(one.weights());
            assertThat(without.predict(data)).isEqualTo(one.predict(data));
        }
    }

    @Test
    void savedAndExportedItPredictsTheSame() {
        int[][] rows = {{1, 2, 0, 0, 0}, {5, 4, 3, 2, 1}, {0, 0, 0, 0, 0}};
        int[] flat = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
        try (SequenceModels_FullModel model = random(SequenceModels_FullModel.create())) {
            float[][] expected = model.predict(rows);
            model.save(folder.resolve("saved"));
            try (SequenceModels_FullModel loaded = SequenceModels_FullModel.load(folder.resolve("saved"))) {
                assertThat(loaded.predict(rows)).isEqualTo(expected);
            }
            Path export = folder.resolve("export");
            model.exportSavedModel(export);
            try (SavedModelBundle bundle = SavedModelBundle.load(export.toString(), "serve");
                    Tensor ids = TInt32.tensorOf(Shape.of(3, 5), DataBuffers.of(flat));
                    Result result = bundle.function("serving_default").call(Map.of("input", ids))) {
                float[] values = new float[9];
                result.get("predictions")
                        .orElseThrow()
                        .asRawTensor()
                        .data()
                        .asFloats()
                        .read(values);
                for (int i = 0; i < values.length; i++) {
                    assertThat(values[i]).isEqualTo(expected[i / 3][i % 3]);
                }
            }
        }
    }
}
