package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.cluster.AttemptFailedException.Outlook;
import io.regulus.spark.job.TrainingFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartLoopTest {
    private final List<Optional<String>> begunFrom = new ArrayList<>();
    private final List<Boolean> first = new ArrayList<>();
    private Optional<String> newest = Optional.empty();
    private int furthest = Integer.MAX_VALUE;
    private Optional<String> folder = Optional.of("hdfs:///runs/7");

    @Test
    void whatSucceedsIsNotRepeated() {
        assertThat(loop(3).run(attempts(0, Outlook.PASSES))).isEqualTo(new RestartLoop.Outcome<>("trained", 0));
        assertThat(begunFrom).containsExactly(Optional.empty());
    }

    @Test
    void whatMayPassIsTriedAgainFromTheNewestCheckpoint() {
        assertThat(loop(2).run(attempts(2, Outlook.PASSES))).isEqualTo(new RestartLoop.Outcome<>("trained", 2));
        assertThat(begunFrom)
                .containsExactly(Optional.empty(), Optional.of("after-1"), Optional.of("after-2"))
                .inOrder();
        assertThat(first).containsExactly(true, false, false).inOrder();
    }

    @Test
    void whatHasComeFurtherIsNotCounted() {
        assertThat(loop(0).run(attempts(7, Outlook.PASSES))).isEqualTo(new RestartLoop.Outcome<>("trained", 7));
    }

    @Test
    void theEndNamesEveryCauseSinceTheNewestCheckpoint() {
        newest = Optional.of("after-0");
        furthest = 2;
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop(1).run(attempts(9, Outlook.PASSES)));
        assertThat(begunFrom).hasSize(4);
        assertThat(failure)
                .hasMessageThat()
                .startsWith("the training failed in each of 2 attempts since its newest checkpoint, after 2 before it"
                        + " (maxRestarts = 1):\nattempt 3: from after-2: lost 3\nattempt 4: from after-2: lost 4\n");
        assertThat(failure).hasMessageThat().contains("The newest checkpoint in hdfs:///runs/7 is after-2");
        assertThat(failure).hasCauseThat().hasMessageThat().isEqualTo("lost 4");
    }

    @Test
    void aCheckpointThatIsFoundAgainIsNothingNew() {
        List<String> found = new ArrayList<>(List.of("after-2", "after-1", "after-2", "after-1", "after-2"));
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> loop(2).run((from, isFirst) -> {
                    begunFrom.add(from);
                    newest = Optional.of(found.remove(0));
                    throw new AttemptFailedException("lost", Outlook.PASSES, null);
                }));
        // the first attempt has come to the second one, and none after it further
        assertThat(begunFrom).hasSize(4);
        assertThat(failure).hasMessageThat().contains("in each of 3 attempts since its newest checkpoint");
    }

    @Test
    void whatWouldRepeatItselfIsNotTriedAgain() {
        folder = Optional.empty();
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop(5).run(attempts(9, Outlook.REPEATS)));
        assertThat(begunFrom).hasSize(1);
        assertThat(failure).hasMessageThat().startsWith("lost 1\nThis would come again");
        assertThat(failure).hasMessageThat().contains("No checkpoints were kept");
    }

    @Test
    void causesBeforeOneThatWouldRepeatItselfAreTold() {
        furthest = 0;
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> loop(5).run((checkpoint, isFirst) -> {
                    throw new AttemptFailedException(
                            isFirst ? "a disk" : "NaN", isFirst ? Outlook.PASSES : Outlook.REPEATS, null);
                }));
        assertThat(failure)
                .hasMessageThat()
                .contains("attempt 1: a disk\nattempt 2: NaN\nThis would come again: it was not restarted.");
    }

    @Test
    void whatSomebodyEndedIsNotTriedAgain() {
        TrainingFailedException failure =
                assertThrows(TrainingFailedException.class, () -> loop(5).run(attempts(9, Outlook.ENDED)));
        assertThat(begunFrom).hasSize(1);
        assertThat(failure).hasMessageThat().startsWith("lost 1\nIt was not restarted.");
    }

    @Test
    void checkpointsThatCannotBeReadAreAFailureThatMayPass() {
        List<String> answers = new ArrayList<>(List.of("no route", ""));
        RestartLoop.Checkpoints checkpoints = new RestartLoop.Checkpoints() {
            @Override
            public void tidy() {}

            @Override
            public Optional<String> newest() throws IOException {
                String answer = answers.isEmpty() ? "no route" : answers.remove(0);
                if (!answer.isEmpty()) {
                    throw new IOException(answer);
                }
                return Optional.empty();
            }

            @Override
            public Optional<String> folder() {
                return folder;
            }
        };
        assertThat(new RestartLoop(1, Duration.ZERO, checkpoints).run(attempts(0, Outlook.PASSES)))
                .isEqualTo(new RestartLoop.Outcome<>("trained", 1));
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> new RestartLoop(1, Duration.ZERO, checkpoints).run(attempts(0, Outlook.PASSES)));
        assertThat(failure)
                .hasMessageThat()
                .contains("attempt 2: the checkpoints in hdfs:///runs/7 cannot be read: no route");
    }

    /** The first so many attempts fail, each of them further than the one before up to the furthest. */
    private RestartLoop.Attempt<String> attempts(int failing, Outlook outlook) {
        return (checkpoint, isFirst) -> {
            begunFrom.add(checkpoint);
            first.add(isFirst);
            int number = begunFrom.size();
            if (number > failing) {
                return "trained";
            }
            if (number <= furthest) {
                newest = Optional.of("after-" + number);
            }
            throw new AttemptFailedException("lost " + number, outlook, null);
        };
    }

    private RestartLoop loop(int maxRestarts) {
        return new RestartLoop(maxRestarts, Duration.ZERO, new RestartLoop.Checkpoints() {
            @Override
            public void tidy() {}

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
