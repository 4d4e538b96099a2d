package io.regulus.serve;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.serve.ServeNets.Dot;
import io.regulus.serve.ServeNets.Flat;
import io.regulus.serve.ServeNets.Side;
import io.regulus.testing.Samples;
import io.regulus.train.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real networks behind a batching predictor. */
@Timeout(60)
class BatchingModelTest {
    private static final int WIDTH = 784;
    private static final int ROWS = 400;
    private static final float[][] IMAGES = Samples.rows(ROWS, WIDTH, 1);

    /** The last bits of a sum of 784 products around 1: what another order of adding may change. */
    private static final double ROUNDING = 2e-6;

    @Test
    void eightThreadsGetWhatOneGetsWithoutBatching() throws Exception {
        ConcurrentLinkedQueue<BatchRun> runs = new ConcurrentLinkedQueue<>();
        BatchListener listener = new BatchListener() {
            @Override
            public void onBatch(BatchRun run) {
                runs.add(run);
            }
        };
        try (ServeNets_WideModel model = ServeNets_WideModel.create()) {
            float[][] expected = Arrays.stream(IMAGES)
                    .map(row -> model.predict(new float[][] {row})[0])
                    .toArray(float[][]::new);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try (BatchingPredictor<float[], float[]> predictor = BatchingPredictor.ofRows(
                    model::predict, Batching.defaults().maxRows(16).workers(2).listener(listener))) {
                List<Future<float[]>> answers = new ArrayList<>();
                for (float[] image : IMAGES) {
                    answers.add(threads.submit(() -> predictor.predict(image)));
                }
                for (int row = 0; row < ROWS; row++) {
                    assertThat(answers.get(row).get())
                            .usingTolerance(ROUNDING)
                            .containsExactly(expected[row])
                            .inOrder();
                }
            } finally {
                threads.shutdown();
            }
        }
        assertThat(runs.stream().mapToInt(BatchRun::rows).sum()).isEqualTo(ROWS);
        assertThat(runs.stream().mapToInt(BatchRun::failed).sum()).isEqualTo(0);
    }

    /** A batch is nothing but a call of predict with its rows: the same bits. */
    @Test
    void aBatchHasTheBitsOfPredictingItsRowsTogether() throws Exception {
        try (ServeNets_WideModel model = ServeNets_WideModel.create()) {
            float[][] sixteen = Arrays.copyOf(IMAGES, 16);
            float[][] expected = model.predict(sixteen);
            Gate gate = new Gate();
            try (BatchingPredictor<float[], float[]> predictor = BatchingPredictor.ofRows(
                    rows -> {
                        gate.pass();
                        return model.predict(rows);
                    },
                    Batching.defaults().maxRows(16))) {
                CompletableFuture<float[]> first = predictor.submit(IMAGES[ROWS - 1]);
                gate.awaitArrival();
                List<CompletableFuture<float[]>> answers =
                        Arrays.stream(sixteen).map(predictor::submit).toList();
                gate.open();
                first.get();
                for (int row = 0; row < 16; row++) {
                    assertThat(answers.get(row).get()).isEqualTo(expected[row]);
                }
            }
        }
    }

    @Test
    void aRowOfAnotherLengthFailsAloneWithTheMessageItGetsAlone() throws Exception {
        try (ServeNets_WideModel model = ServeNets_WideModel.create()) {
            String alone = assertThrows(
                            IllegalArgumentException.class, () -> model.predict(new float[][] {new float[5]}))
                    .getMessage();
            Gate gate = new Gate();
            try (BatchingPredictor<float[], float[]> predictor = BatchingPredictor.ofRows(
                    rows -> {
                        gate.pass();
                        return model.predict(rows);
                    },
                    Batching.defaults())) {
                CompletableFuture<float[]> first = predictor.submit(IMAGES[0]);
                gate.awaitArrival();
                List<CompletableFuture<float[]>> answers = IntStream.range(0, 9)
                        .mapToObj(i -> predictor.submit(i % 4 == 0 ? new float[5] : IMAGES[i]))
                        .toList();
                gate.open();
                assertThat(first.get()).hasLength(10);
                for (int i = 0; i < answers.size(); i++) {
                    CompletableFuture<float[]> answer = answers.get(i);
                    if (i % 4 == 0) {
                        ExecutionException failure = assertThrows(ExecutionException.class, answer::get);
                        assertThat(failure).hasCauseThat().isInstanceOf(IllegalArgumentException.class);
                        assertThat(failure).hasCauseThat().hasMessageThat().isEqualTo(alone);
                    } else {
                        assertThat(answer.get())
                                .usingTolerance(ROUNDING)
                                .containsExactly(model.predict(new float[][] {IMAGES[i]})[0])
                                .inOrder();
                    }
                }
            }
        }
    }

    @Test
    void aClosedModelIsTold() {
        ServeNets_WideModel model = ServeNets_WideModel.create();
        try (BatchingPredictor<float[], float[]> predictor =
                BatchingPredictor.ofRows(model::predict, Batching.defaults())) {
            model.close();
            assertFails(IllegalStateException.class, () -> predictor.predict(IMAGES[0]), "Wide is closed");
        }
    }

    @Test
    void recordsArePredictedInTheUnitsOfTheirLabels() throws Exception {
        List<Flat> flats = List.of(
                new Flat(30, Side.NORTH, 400),
                new Flat(50, Side.SOUTH, 700),
                new Flat(80, Side.NORTH, 900),
                new Flat(95, Side.SOUTH, 1300));
        try (ServeNets_RentModel model = ServeNets_RentModel.create()) {
            model.fit(flats, Fit.epochs(1).verbose(false));
            try (BatchingPredictor<Flat, Float> predictor =
                    BatchingPredictor.ofValues(model::predict, Batching.defaults())) {
                for (Flat flat : flats) {
                    assertThat(predictor.predict(flat)).isEqualTo(model.predict(flat));
                }
            }
        }
    }

    @Test
    void recordsAreClassified() throws Exception {
        List<Dot> dots = List.of(
                new Dot(1, 2, Side.NORTH),
                new Dot(2, -3, Side.SOUTH),
                new Dot(-1, 4, Side.NORTH),
                new Dot(0, -1, Side.SOUTH));
        try (ServeNets_SidesModel model = ServeNets_SidesModel.create()) {
            model.fit(dots, Fit.epochs(1).verbose(false));
            try (BatchingPredictor<Dot, float[]> probabilities =
                            BatchingPredictor.ofRecords(model::predict, Batching.defaults());
                    BatchingPredictor<Dot, Side> sides = BatchingPredictor.of(model::classify, Batching.defaults())) {
                for (Dot dot : dots) {
                    assertThat(probabilities.predict(dot)).isEqualTo(model.predict(dot));
                    assertThat(sides.predict(dot)).isEqualTo(model.classify(dot));
                }
            }
        }
    }
}
