package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.job.TrainingFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartLoopTest {
    private final List<Optional<String>> begunFrom = new ArrayList<>();
    private Optional<String> newest = Optional.empty();
    private Optional<String> folder = Optional.of("hdfs:///runs/7");

    @Test
    void whatSucceedsIsNotRepeated() {
        assertThat(loop(3).run(attempts(0, false))).isEqualTo(new RestartLoop.Outcome<>("trained", 0));
        assertThat(begunFrom).containsExactly(Optional.empty());
    }

    @Test
    void whatMayPassIsTriedAgainFromTheNewestCheckpoint() {
        assertThat(loop(2).run(attempts(2, false))).isEqualTo(new RestartLoop.Outcome<>("trained", 2));
        assertThat(begunFrom)
                .containsExactly(Optional.empty(), Optional.of("after-1"), Optional.of("after-2"))
                .inOrder();
    }

    @Test
    void theEndNamesEveryCauseAndTheNewestCheckpoint() {
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop(2).run(attempts(9, false)));
        assertThat(begunFrom).hasSize(3);
        assertThat(failure).hasMessageThat().startsWith("the training failed in each of 3 attempts (maxRestarts = 2):");
        assertThat(failure).hasMessageThat().contains("\nattempt 1: lost 1");
        assertThat(failure).hasMessageThat().contains("\nattempt 2: from after-1: lost 2");
        assertThat(failure).hasMessageThat().contains("\nattempt 3: from after-2: lost 3");
        assertThat(failure).hasMessageThat().contains("The newest checkpoint in hdfs:///runs/7 is after-3");
        assertThat(failure).hasCauseThat().hasMessageThat().isEqualTo("lost 3");
    }

    @Test
    void whatWouldRepeatItselfIsNot() {
        folder = Optional.empty();
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop(5).run(attempts(9, true)));
        assertThat(begunFrom).hasSize(1);
        assertThat(failure).hasMessageThat().startsWith("lost 1\nThis would come again");
        assertThat(failure).hasMessageThat().contains("No checkpoints were kept");
    }

    @Test
    void checkpointsThatCannotBeReadEndIt() {
        RestartLoop loop = new RestartLoop(3, Duration.ZERO, new RestartLoop.Checkpoints() {
            @Override
            public Optional<String> newest() throws IOException {
                throw new IOException("no route");
            }

            @Override
            public Optional<String> folder() {
                return folder;
            }
        });
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop.run(attempts(0, false)));
        assertThat(failure).hasMessageThat().contains("checkpoints in hdfs:///runs/7 cannot be read");
        assertThat(failure).hasMessageThat().contains("no route");
        assertThat(begunFrom).isEmpty();
    }

    /** The first so many attempts fail. */
    private RestartLoop.Attempt<String> attempts(int failing, boolean repeats) {
        return checkpoint -> {
            begunFrom.add(checkpoint);
            int number = begunFrom.size();
            if (number > failing) {
                return "trained";
            }
            newest = Optional.of("after-" + number);
            throw new AttemptFailedException("lost " + number, repeats, null);
        };
    }

    private RestartLoop loop(int maxRestarts) {
        return new RestartLoop(maxRestarts, Duration.ZERO, new RestartLoop.Checkpoints() {
            @Override
            public Optional<String> newest() {
                return newest;
            }

            @Override
            public Optional<String> folder() {
                return folder;
            }
        });
    }
}
