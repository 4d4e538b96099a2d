package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
    @Test
    void whatHangsIsGivenUpAndEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Background background = new Background(() -> {})) {
            background.run(() -> {
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException interrupted) {
                    ended.countDown();
                }
            });
            assertThat(background.isBusy()).isTrue();
            background.require(60, "a file to come");
            assertThat(assertThrows(IOException.class, () -> background.require(0, "a file to come")))
                    .hasMessageThat()
                    .isEqualTo("waited for a file to come, and it took longer than 0 s");
            assertThrows(IOException.class, () -> background.await(0, "a file to come"));
        }
        assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverWaitsLooksUp() {
        Thread waiting = Thread.currentThread();
        assertThat(assertThrows(
                        IllegalStateException.class,
                        () -> Background.get(
                                60,
                                "a file to come",
                                () -> {
                                    assertThat(Thread.currentThread()).isSameInstanceAs(waiting);
                                    throw new IllegalStateException("killed");
                                },
                                () -> {
                                    Thread.sleep(600_000);
                                    return "file";
                                })))
                .hasMessageThat()
                .isEqualTo("killed");
    }

    @Test
    void whatWasGotIsGiven() throws Exception {
        assertThat(Background.get(20, "a file to come", () -> {}, () -> "file")).isEqualTo("file");
    }

    @Test
    void whatFailsIsToldWithItsCause() throws Exception {
        try (Background background = new Background(() -> {})) {
            background.require(1, "nothing");
            background.run(() -> {
                throw new IOException("disk full");
            });
            assertThat(assertThrows(IOException.class, () -> background.await(20, "a file to come")))
                    .hasMessageThat()
                    .isEqualTo("waited for a file to come: java.io.IOException: disk full");
            assertThrows(IOException.class, () -> background.require(20, "a file to come"));
        }
    }
}
