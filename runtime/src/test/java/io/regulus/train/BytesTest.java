package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.data.Dataset;
import io.regulus.testing.Nets_ImagesModel;
import io.regulus.testing.Nets_LongRowModel;
import io.regulus.testing.Samples;
import io.regulus.testing.SavedState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes become floats in the graph, in the same bits as in Java. */
class BytesTest {
    private static final float DEFAULT = 1f / 255;
    private static final int[] LABELS = Samples.labels(40, 3, 2);

    private static byte[] bytes(int n) {
        byte[] bytes = new byte[n];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static float[] floats(byte[] bytes, float scale) {
        float[] floats = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            floats[i] = (bytes[i] & 0xff) * scale;
        }
        return floats;
    }

    private static Dataset images(float scale) {
        Dataset images = Dataset.ofFlatBytes(bytes(40 * 16), 16, LABELS);
        return scale == DEFAULT ? images : images.withByteScale(scale);
    }

    private static Dataset asFloats(float scale) {
        return Dataset.ofFlat(floats(bytes(40 * 16), scale), 16, LABELS);
    }

    /** What training on the data gives, and everything asked afterwards. */
    private record Outcome(List<Record> steps, SavedState state, String predictions, Evaluation evaluation) {
        static Outcome ofFit(Dataset data) {
            List<Record> steps = new ArrayList<>();
            try (Nets_ImagesModel model = Nets_ImagesModel.create()) {
                model.fit(data, Fit.epochs(1).batchSize(8).verbose(false).callback(new Callback() {
                    @Override
                    public void onStep(TrainingRun run, StepResult step) {
                        steps.add(step);
                    }
                }));
                return of(model, steps, data);
            }
        }

        static Outcome ofBatches(Dataset data) {
            List<Record> steps = new ArrayList<>();
            try (Nets_ImagesModel model = Nets_ImagesModel.create()) {
                for (int step = 0; step < 5; step++) {
                    steps.add(model.trainOnBatch(data));
                }
                return of(model, steps, data);
            }
        }

        private static Outcome of(Nets_ImagesModel model, List<Record> steps, Dataset data) {
            return new Outcome(
                    steps, SavedState.of(model), Arrays.deepToString(model.predict(data)), model.evaluate(data));
        }

        void assertIs(Outcome expected) {
            assertThat(steps).hasSize(5);
            assertThat(steps).isEqualTo(expected.steps);
            assertThat(state.bits()).isEqualTo(expected.state.bits());
            assertThat(predictions).isEqualTo(expected.predictions);
            assertThat(evaluation).isEqualTo(expected.evaluation);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {DEFAULT, 1f, 0.0123f, -3.7f})
    void aFitOnBytesIsThatOnTheirFloats(float scale) {
        Outcome.ofFit(images(scale)).assertIs(Outcome.ofFit(asFloats(scale)));
    }

    @ParameterizedTest
    @ValueSource(floats = {DEFAULT, 0.0123f})
    void stepsOnBytesAreThoseOnTheirFloats(float scale) {
        Outcome.ofBatches(images(scale)).assertIs(Outcome.ofBatches(asFloats(scale)));
    }

    /** One model, one batch size: what is kept between batches must not be taken for data of another kind. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bytesFloatsAndOtherScalesMayFollowEachOther(boolean bytesFirst) {
        try (Nets_ImagesModel mixed = Nets_ImagesModel.create();
                Nets_ImagesModel floats = Nets_ImagesModel.create()) {
            for (int round = 0; round < 2; round++) {
                for (float scale : new float[] {DEFAULT, 0.5f}) {
                    Dataset first = bytesFirst ? images(scale) : asFloats(scale);
                    Dataset second = bytesFirst ? asFloats(scale) : images(scale);
                    for (Dataset data : List.of(first, second)) {
                        assertThat(mixed.trainOnBatch(data)).isEqualTo(floats.trainOnBatch(asFloats(scale)));
                        assertThat(mixed.predict(data)).isEqualTo(floats.predict(asFloats(scale)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 27})
    void theyAreTheSameWhereAThreadAssemblesThem(int batchSize) {
        byte[] bytes = bytes(27 * 4096);
        float[] targets = Samples.normal(27, 3);
        SavedState expected = trainedLong(Dataset.ofFlat(floats(bytes, DEFAULT), 4096, targets), batchSize);
        assertThat(trainedLong(Dataset.ofFlatBytes(bytes, 4096).withValues(targets, 1), batchSize)
                        .bits())
                .isEqualTo(expected.bits());
    }

    private static SavedState trainedLong(Dataset data, int batchSize) {
        try (Nets_LongRowModel model = Nets_LongRowModel.create()) {
            model.fit(data, Fit.epochs(2).batchSize(batchSize).verbose(false));
            return SavedState.of(model);
        }
    }
}
