package io.regulus.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.regulus.metrics.Reliability;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page as a browser lays it out: nothing is wider than the screen, no text of a drawing leaves its box, both palettes can be read. */
class ReportInBrowserTest {
    /** What a page is asked, by a script that only the test adds. */
    private static final String QUESTIONS = """
            <script>
            const wide = [...document.querySelectorAll('main *')].filter(e =>
                !e.closest('.scroll') && !e.closest('pre') && e.getBoundingClientRect().right > innerWidth + 1);
            const boxes = [...document.querySelectorAll('.network g')].filter(g => {
              const box = g.querySelector('rect').getBoundingClientRect();
              return [...g.querySelectorAll('text')].some(t => {
                const r = t.getBoundingClientRect(); return r.left < box.left || r.right > box.right + 1; });
            });
            const rgb = c => c.match(/[0-9.]+/g).slice(0, 3).map(v => { v /= 255;
                return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
            const light = c => { const [r, g, b] = rgb(c); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const style = getComputedStyle(document.body);
            const [a, b] = [light(style.color), light(style.backgroundColor)];
            document.body.innerHTML = 'ANSWER wide=' + wide.length + ' boxes=' + boxes.length
                + ' charts=' + document.querySelectorAll('figure svg').length
                + ' contrast=' + (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) + ' END';
            </script>
            """;

    private static final Pattern ANSWER = Pattern.compile("(wide|boxes|charts|contrast)=([0-9.]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, 1400})
    void nothingIsWiderThanTheScreen(int width) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, Double> answers = ask(report().toHtml(), width, dark);
            assertThat(answers.get("wide")).isEqualTo(0.0);
            assertThat(answers.get("boxes")).isEqualTo(0.0);
            assertThat(answers.get("charts")).isEqualTo(7.0);
            // what the accessibility guidelines of the web ask for at their strictest
            assertThat(answers.get("contrast")).isGreaterThan(7.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1400})
    void norIsThatOfAnAblation(int width) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            Map<String, Double> answers = ask(ablation().toHtml(), width, dark);
            assertThat(answers.get("wide")).isEqualTo(0.0);
            assertThat(answers.get("charts")).isEqualTo(1.0);
            assertThat(answers.get("contrast")).isGreaterThan(7.0);
        }
    }

    /** A diverged run, a long name, differences far apart. */
    private static AblationReport ablation() {
        String longName =
                "without @ElasticNet(l1 = 1.0E-5, l2 = 1.0E-4, on = ALL) of a_layer_with_a_long_name_in_a_block";
        return new AblationReport(
                "com.example.a.rather.deep.name.of.packages.ANetworkWhoseNameIsLong",
                "accuracy",
                true,
                new AblationReport.Variant("whole", "", List.of(result(1, 0.5), result(2, 0.6))),
                List.of(
                        new AblationReport.Variant(
                                longName,
                                "first.l1 1e-5 → 0, first.l2 1e-4 → 0",
                                List.of(result(1, 0.7), result(2, 0.9))),
                        new AblationReport.Variant(
                                "without @ClipByGlobalNorm(1)",
                                "clipByGlobalNorm.value 1 → 1e30",
                                List.of(result(1, 5.5), AblationReport.Result.diverged(2)))),
                List.of("@RandomFlip of the class"),
                Map.of("epochs", "10", "seeds", "1, 2"));
    }

    private static AblationReport.Result result(long seed, double loss) {
        return new AblationReport.Result(seed, loss, Optional.of("accuracy"), 1 - loss / 10, loss / 2);
    }

    private Map<String, Double> ask(String html, int width, boolean dark) throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), html.replace("</body>", QUESTIONS + "</body>"));
        List<String> command = new ArrayList<>(List.of(
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=" + width + ",900"));
        if (dark) {
            command.add("--blink-settings=preferredColorScheme=0");
        }
        command.addAll(List.of("--dump-dom", page.toUri().toString()));
        Path answer = folder.resolve("answer.html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(answer, StandardCharsets.UTF_8);
        assertThat(text).contains("ANSWER wide=");
        Map<String, Double> answers = new HashMap<>();
        Matcher pairs = ANSWER.matcher(text);
        while (pairs.find()) {
            answers.put(pairs.group(1), Double.parseDouble(pairs.group(2)));
        }
        return answers;
    }

    private static String browser() throws IOException {
        Optional<String> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> place + "/" + name))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
        assumeTrue(found.isPresent(), "no Chromium is on the path");
        return found.orElseThrow();
    }

    /** Names as long as they come, values of all sizes, one that is not finite. */
    private static RunReport report() {
        List<EpochResult> epochs = IntStream.rangeClosed(1, 60)
                .mapToObj(epoch -> new EpochResult(
                        epoch,
                        new Evaluation(2.0 / epoch, 1e-5 * epoch, Map.of("accuracy", 1 - 0.5 / epoch), 50_000),
                        Optional.of(new Evaluation(
                                epoch == 3 ? Double.NaN : 2.0 / epoch + 0.3, 0, Map.of("accuracy", 0.9), 10_000)),
                        1e-3,
                        100,
                        61.5))
                .toList();
        List<Double> trace =
                IntStream.range(0, 60).mapToObj(i -> Math.sin(i / 5.0)).toList();
        String longName = "a_name_that_is_longer_than_any_box_of_a_drawing_is_wide";
        return new RunReport(
                "com.example.a.rather.deep.name.of.packages.ANetworkWhoseNameIsLong",
                List.of(
                        new NetworkNode("input", "", "[224, 224, 3]", 0, List.of()),
                        new NetworkNode(
                                longName,
                                "conv2d 7x7, batch norm, max pool 3x3, relu, dropout",
                                "[112, 112, 64]",
                                9,
                                List.of("input")),
                        new NetworkNode("left", "dense", "[1024]", 9, List.of(longName)),
                        new NetworkNode("right", "dense", "[1024]", 9, List.of(longName)),
                        new NetworkNode("sum", "add", "[1024]", 0, List.of("left", "right", "input"))),
                "a table\n".repeat(20),
                new History(epochs),
                new History(epochs).diagnosis(),
                List.of(new WeightTrace(longName + "/kernel", 1_234_567_890, trace, trace)),
                List.of(new PenaltyTrace(longName + "/kernel", "proximal L1", 1.25e-5, trace)),
                Optional.of(new Judged(
                        new Evaluation(0.5, 0, Map.of("accuracy", 0.9), 100),
                        List.of(
                                new Judgement.Confusion(
                                        "kind",
                                        List.of("first", longName),
                                        List.of(List.of(50L, 2L), List.of(3L, 45L))),
                                new Judgement.Calibrated(
                                        "kind", Reliability.of(new float[][] {{0.9f, 0.1f}, {0.3f, 0.7f}}, new int[] {
                                            0, 0
                                        })),
                                new Judgement.Residuals("size", trace, trace)))),
                Map.of("Hyperparameters", Map.of(longName + ".weightDecay", "1e-4")));
    }
}
