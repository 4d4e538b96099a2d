package io.regulus.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server on a free port, with a network that learned drawn digits for a few seconds. */
final class RunningSample implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningSample(Path folder, String... more) {
        SpringApplication application = new SpringApplication(ServingSample.class);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "digits.model", folder.resolve("model").toString(),
                "digits.data", "../no/such/folder",
                "digits.epochs", "3",
                "digits.drawn", "4000"));
        context = application.run(more);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address("/predict"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
