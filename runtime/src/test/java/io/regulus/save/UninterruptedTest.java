package io.regulus.save;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptedTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void aThreadThatIsInterruptedSavesAndLoads() {
        ModelState state =
                new ModelState("Some", 1, Map.of(), Map.of(), List.of(NamedTensor.of("w", new float[] {1, 2}, 2)));
        Thread.currentThread().interrupt();
        ModelFile.write(folder, state);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(ModelFile.read(folder).variables().get(0).floats()).isEqualTo(new float[] {1, 2});
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatAnInterruptBreaksIsBegunAnew() throws IOException {
        Path file = folder.resolve("file");
        int[] runs = {0};
        Uninterrupted.run(() -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (runs[0]++ == 0) {
                    Thread.currentThread().interrupt();
                }
                return channel.write(ByteBuffer.wrap(new byte[] {7}));
            }
        });
        assertThat(runs[0]).isEqualTo(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(new byte[] {7});
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void otherFailuresAreThrown() {
        assertThrows(
                IOException.class,
                () -> Uninterrupted.run(() -> {
                    throw new IOException("full");
                }));
        assertThat(Thread.interrupted()).isFalse();
    }
}
