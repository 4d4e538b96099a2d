package io.regulus.serving;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, driven over its own protocol: moves of the mouse and of fingers are as real as they get. */
final class Chromium implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private int commands;

    /** Starts it; the test is skipped where there is none. */
    Chromium(Path folder) throws Exception {
        process = new ProcessBuilder(
                        browser(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(page(folder.resolve("DevToolsActivePort")), new Listener())
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static String browser() {
        Optional<String> found = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> place + "/" + name))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
        assumeTrue(found.isPresent(), "no Chromium is on the path");
        return found.orElseThrow();
    }

    /** The address of the empty page's debugger; the browser writes its port into a file. */
    private static URI page(Path portFile) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 10 * PATIENCE_SECONDS; attempt++) {
            Thread.sleep(100);
            List<String> lines = Files.exists(portFile) ? Files.readAllLines(portFile) : List.of();
            if (!lines.isEmpty()) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                for (var target : new Gson().fromJson(answer.body(), JsonArray.class)) {
                    if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
                        return URI.create(target.getAsJsonObject()
                                .get("webSocketDebuggerUrl")
                                .getAsString());
                    }
                }
            }
        }
        throw new IllegalStateException("Chromium does not start");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(new Gson().fromJson(text.toString(), JsonObject.class));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private JsonObject command(String method, Map<String, ?> parameters) throws Exception {
        int id = ++commands;
        String text = new Gson().toJson(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(text, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonObject message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertWithMessage("answer to " + method).that(message).isNotNull();
            if (message.has("id") && message.get("id").getAsInt() == id) {
                assertWithMessage(message.toString()).that(message.has("error")).isFalse();
                return message.getAsJsonObject("result");
            }
        }
    }

    /** Opens a page on a screen of a size; a narrow one is that of a phone, whose scroll bars take no room. */
    void open(URI page, int width, int height, boolean dark) throws Exception {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        command("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete' && !!document.querySelector('#bars li')");
    }

    /** What a script says, as text. */
    String ask(String script) throws Exception {
        JsonObject result = command("Runtime.evaluate", Map.of("expression", "String(" + script + ")"));
        assertWithMessage(result.toString())
                .that(result.has("exceptionDetails"))
                .isFalse();
        return result.getAsJsonObject("result").get("value").getAsString();
    }

    void await(String condition) throws Exception {
        for (int attempt = 0; attempt < 20 * PATIENCE_SECONDS; attempt++) {
            if (ask(condition).equals("true")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never came true: " + condition);
    }

    /** Draws a line with the mouse. */
    void drawWithMouse(List<double[]> points) throws Exception {
        mouse("mousePressed", points.get(0));
        for (double[] point : points.subList(1, points.size())) {
            mouse("mouseMoved", point);
        }
        mouse("mouseReleased", points.get(points.size() - 1));
    }

    private void mouse(String type, double[] point) throws Exception {
        command(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", point[0], "y", point[1], "button", "left", "buttons", 1, "clickCount", 1));
    }

    /** Draws a line with a finger. */
    void drawWithFinger(List<double[]> points) throws Exception {
        touch("touchStart", List.of(Map.of("x", points.get(0)[0], "y", points.get(0)[1])));
        for (double[] point : points.subList(1, points.size())) {
            touch("touchMove", List.of(Map.of("x", point[0], "y", point[1])));
        }
        touch("touchEnd", List.of());
    }

    private void touch(String type, List<Map<String, Double>> points) throws Exception {
        command("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    /** A picture of the page. */
    void screenshot(Path file) throws Exception {
        JsonObject shot = command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(shot.get("data").getAsString()));
    }

    @Override
    public void close() {
        socket.abort();
        // no user waits for what it has open
        process.destroyForcibly().onExit().join();
    }
}
