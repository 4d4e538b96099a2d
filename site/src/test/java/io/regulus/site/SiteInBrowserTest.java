package io.regulus.site;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page as a browser lays it out on a phone and on a desk: nothing is wider than the screen, both palettes can be read. */
class SiteInBrowserTest {
    /** Pages are shown one after the other in frames as wide as the screens, for a browser's own window is never as narrow as a phone. */
    private static final String FRAMES = """
            <!doctype html><meta name="color-scheme" content="light dark"><body><script>
            const rgb = c => c.match(/[0-9.]+/g).slice(0, 3).map(v => { v /= 255;
                return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
            const light = c => { const [r, g, b] = rgb(c); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
            const answers = [];
            const look = page => new Promise(done => {
              const frame = document.createElement('iframe');
              frame.width = 360; frame.height = 800; frame.style.border = 0;
              frame.onload = () => {
                const inner = frame.contentDocument, view = frame.contentWindow;
                const closed = !inner.querySelector('.menu').open;
                const back = view.getComputedStyle(inner.body).backgroundColor;
                const least = Math.min(...['main', 'main a', 'pre .comment', 'pre .string', 'pre .annotation', 'pre .keyword',
                    'pre .number'].map(what => inner.querySelector(what)).filter(Boolean).map(element => contrast(
                    view.getComputedStyle(element).color,
                    element.closest('pre') ? view.getComputedStyle(element.closest('pre')).backgroundColor : back)));
                for (const width of [360, 1280]) {
                  frame.width = width;
                  answers.push('ANSWER page=' + page + ' width=' + inner.documentElement.clientWidth + ' content='
                      + inner.documentElement.scrollWidth + ' closed=' + closed
                      + ' back=' + light(back).toFixed(3) + ' contrast=' + least.toFixed(3) + ' END');
                }
                frame.remove();
                done();
              };
              frame.src = page;
              document.body.append(frame);
            });
            (async () => {
              for (const page of PAGES) { await look(page); }
              document.body.textContent = answers.join('\\n');
            })();
            </script>
            """;

    private static final Pattern ANSWER = Pattern.compile(
            "ANSWER page=(\\S+) width=(\\d+) content=(\\d+) closed=(\\w+) back=([0-9.]+) contrast=([0-9.]+) END");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPageFitsPhoneAndDesk(boolean dark) throws Exception {
        String browser = browser();
        Site site = Site.of(Path.of(".."));
        site.write(folder);
        String pages = site.pages().stream()
                .map(page -> "'" + page.address() + "'")
                .collect(Collectors.joining(",", "[", "]"));
        Files.writeString(folder.resolve("frames.html"), FRAMES.replace("of PAGES", "of " + pages));
        List<MatchResult> answers = ANSWER.matcher(dom(browser, dark)).results().toList();
        assertThat(answers).hasSize(2 * site.pages().size());
        Set<Boolean> widths = new HashSet<>();
        for (MatchResult answer : answers) {
            int width = Integer.parseInt(answer.group(2));
            widths.add(width > 1000);
            assertWithMessage(answer.group())
                    .that(Integer.parseInt(answer.group(3)))
                    .isAtMost(width);
            assertWithMessage(answer.group()).that(answer.group(4)).isEqualTo("true");
            double back = Double.parseDouble(answer.group(5));
            assertWithMessage(answer.group()).that(dark ? 1 - back : back).isAtLeast(0.9);
            // what the accessibility guidelines of the web ask for
            assertWithMessage(answer.group())
                    .that(Double.parseDouble(answer.group(6)))
                    .isAtLeast(4.5);
        }
        assertThat(widths).containsExactly(true, false);
    }

    private String dom(String browser, boolean dark) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1400,900",
                "--virtual-time-budget=600000"));
        if (dark) {
            command.add("--blink-settings=preferredColorScheme=0");
        }
        command.addAll(
                List.of("--dump-dom", folder.resolve("frames.html").toUri().toString()));
        Path answer = folder.resolve("answer.html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(answer);
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
}
