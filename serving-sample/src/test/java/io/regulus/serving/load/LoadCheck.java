package io.regulus.serving.load;

import static com.google.common.truth.Truth.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** A short load on a server of another test. */
public final class LoadCheck {
    private LoadCheck() {}

    /** As fast as it answers, and at a rate. */
    public static void answersWithoutFailure(URI url, String body) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Measured most = new Load(client, url, List.of(body), 4, 0).run(Duration.ofMillis(300));
        assertThat(most.failures()).isEmpty();
        assertThat(most.sorted().length).isAtLeast(4);

        // 40 requests are due in 400 ms, however long they take
        Measured some = new Load(client, url, List.of(body), 4, 100).run(Duration.ofMillis(400));
        assertThat(some.failures()).isEmpty();
        assertThat(some.sorted()).hasLength(40);

        Measured refused = new Load(client, url, List.of("nonsense"), 2, 0).run(Duration.ofMillis(50));
        assertThat(refused.failures()).isNotEmpty();
        assertThat(refused.failures().get(0)).startsWith("400 ");
        assertThat(refused.sorted()).isEmpty();
    }
}
