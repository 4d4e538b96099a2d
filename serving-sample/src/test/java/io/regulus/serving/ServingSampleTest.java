package io.regulus.serving;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.regulus.serve.Batching;
import io.regulus.serve.BatchingPredictor;
import io.regulus.serving.load.LoadCheck;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** The whole server, asked over HTTP as programs and people ask it. */
@Timeout(120)
class ServingSampleTest {
    private static final double ROUNDING = 1e-5;

    @TempDir
    static Path folder;

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = new RunningSample(folder);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return new Gson().fromJson(answer.body(), JsonObject.class);
    }

    private static JsonObject ask(byte[] pixels) throws Exception {
        HttpResponse<String> answer = sample.post(Pictures.json(pixels));
        assertWithMessage(answer.body()).that(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static float[] probabilities(JsonObject answer) {
        return new Gson().fromJson(answer.get("probabilities"), float[].class);
    }

    @Test
    void manyRequestsAtATimeAreAnsweredAsTheModelAnswers() throws Exception {
        DigitNetModel model = sample.bean(DigitNetModel.class);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<JsonObject>> answers = new ArrayList<>();
            for (int row = 0; row < Pictures.COUNT; row++) {
                byte[] picture = Pictures.picture(row);
                answers.add(callers.submit(() -> ask(picture)));
            }
            int right = 0;
            for (int row = 0; row < Pictures.COUNT; row++) {
                JsonObject answer = answers.get(row).get();
                float[] expected = model.predict(new byte[][] {Pictures.picture(row)})[0];
                assertThat(probabilities(answer))
                        .usingTolerance(ROUNDING)
                        .containsExactly(expected)
                        .inOrder();
                int digit = answer.get("digit").getAsInt();
                assertThat(digit).isEqualTo(Reading.of(expected).digit());
                right += digit == Pictures.digit(row) ? 1 : 0;
            }
            assertThat(right).isAtLeast(90);
        } finally {
            callers.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pixels\":[1,2,3]} | pixels has 3 numbers, not 784",
                "{} | there are no pixels",
                "{\"pixels\":null} | there are no pixels",
                "{\"pixels\":\"ink\"} | the body cannot be read: send JSON of the form",
                "{\"pixels\": | the body cannot be read: send JSON of the form",
                "[] | the body cannot be read: send JSON of the form",
                "nonsense | the body cannot be read: send JSON of the form"
            })
    void aBadRequestGetsOneClearMessage(String body, String message) throws Exception {
        assertProblem(sample.post(body), message);
    }

    private static void assertProblem(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("detail").getAsString()).startsWith(message);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void aPixelThatIsNoneIsNamed() throws Exception {
        String picture = Pictures.json(new byte[Picture.PIXELS]);
        assertProblem(sample.post(picture.replaceFirst("0", "256")), "pixels[0] is 256: send numbers from 0");
        assertProblem(sample.post(picture.replaceFirst("0]", "-1]")), "pixels[783] is -1: send numbers from 0");
        assertProblem(sample.post(picture.replaceFirst("0", "0.5")), "the body cannot be read");
        assertProblem(sample.post(""), "the body cannot be read");
    }

    /** Else a few requests could fill the memory. */
    @Test
    void aBodyThatIsFarTooLongIsNotReadToItsEnd() throws Exception {
        assertProblem(sample.post("{\"pixels\":[" + "1,".repeat(100_000) + "1]}"), "the body cannot be read");
    }

    @Test
    void theHealthCheckAsksTheModel() throws Exception {
        HttpResponse<String> up = sample.get("/actuator/health");
        assertThat(up.statusCode()).isEqualTo(200);
        JsonObject digits = json(up).getAsJsonObject("components").getAsJsonObject("digits");
        assertThat(digits.get("status").getAsString()).isEqualTo("UP");
        assertThat(digits.getAsJsonObject("details").get("milliseconds").getAsDouble())
                .isGreaterThan(0.0);

        DigitNetModel closed = DigitNetModel.create();
        closed.close();
        DigitHealth health = new DigitHealth(new DigitReader(closed, Optional.empty()));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("error").toString()).contains("DigitNet is closed");
    }

    @Test
    void aServerThatCannotKeepUpIsOutOfServiceAndSaysSoInsteadOfFailing() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        DigitNetModel model = sample.bean(DigitNetModel.class);
        BatchingPredictor<byte[], float[]> slow = BatchingPredictor.of(
                (List<byte[]> rows) -> {
                    arrived.countDown();
                    try {
                        open.await();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                    return Arrays.asList(model.predict(rows.toArray(byte[][]::new)));
                },
                Batching.defaults().queue(1));
        try (DigitReader reader = new DigitReader(model, Optional.of(slow))) {
            var running = slow.submit(Pictures.picture(0));
            arrived.await();
            var waiting = slow.submit(Pictures.picture(1));
            assertThat(new DigitHealth(reader).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            open.countDown();
            assertThat(running.get()).hasLength(10);
            assertThat(waiting.get()).hasLength(10);
            assertThat(new DigitHealth(reader).health().getStatus()).isEqualTo(Status.UP);
        } finally {
            open.countDown();
        }
    }

    @Test
    void metricsTellHowRequestsWereGathered() throws Exception {
        double before = measured("digits.batch.rows", "TOTAL");
        for (int row = 0; row < 5; row++) {
            ask(Pictures.picture(row));
        }
        assertThat(measured("digits.batch.rows", "TOTAL") - before).isAtLeast(5.0);
        assertThat(measured("digits.waiting", "VALUE")).isEqualTo(0.0);
        assertThat(measured("regulus.predict.rows", "COUNT")).isAtLeast(5.0);
        assertThat(measured("http.server.requests", "COUNT")).isAtLeast(5.0);
    }

    private static double measured(String meter, String statistic) throws Exception {
        HttpResponse<String> answer = sample.get("/actuator/metrics/" + meter);
        assertWithMessage(meter).that(answer.statusCode()).isEqualTo(200);
        for (var measurement : json(answer).getAsJsonArray("measurements")) {
            if (measurement.getAsJsonObject().get("statistic").getAsString().equals(statistic)) {
                return measurement.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new AssertionError(answer.body());
    }

    @Test
    void theLoadProgramMeasures() throws Exception {
        LoadCheck.answersWithoutFailure(sample.address("/predict"), Pictures.json(Pictures.picture(3)));
    }

    /** The second start reads what the first one saved: no epochs would be refused. Here without gathering requests. */
    @Test
    void theSavedModelIsServedByTheNextStart() throws Exception {
        byte[] picture = Pictures.picture(4);
        JsonObject first = ask(picture);
        try (RunningSample again = new RunningSample(folder, "--digits.batching.enabled=false", "--digits.epochs=0")) {
            JsonObject second = json(again.post(Pictures.json(picture)));
            assertThat(probabilities(second)).isEqualTo(probabilities(first));
            assertThat(again.bean(DigitReader.class).waiting()).isEqualTo(0);
        }
    }
}
