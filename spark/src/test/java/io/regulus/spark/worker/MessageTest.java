package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void everyMessageIsReadAsItWasWritten() {
        List<Message> all = List.of(
                new Message.Listening(2222),
                new Message.Alive(),
                new Message.Stepped(12),
                new Message.Progressed(),
                new Message.EpochEnded(3, "loss 0.5"),
                new Message.Done(),
                new Message.Failed(new Failure("no\nroute \"there\"", "at X\n\tat Y", Failure.Kind.PASSES)));
        assertThat(all).hasSize(Message.KINDS.size());
        for (Message message : all) {
            assertThat(message.line()).doesNotContain("\n");
            assertThat(Message.parse(message.line())).hasValue(message);
        }
    }

    @Test
    void aLineThatNativeCodeHasLeftOpenHidesNone() {
        assertThat(Message.parse("50 %" + new Message.Stepped(12).line())).hasValue(new Message.Stepped(12));
    }

    @Test
    void theParentHearsOfBatchesThatAreValidatedOn() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Parent parent =
                new Parent(new PrintStream(said, true, StandardCharsets.UTF_8), new WorkFolder(Path.of("folder")));
        parent.onForwardBatch(null);
        assertThat(Message.parse(said.toString(StandardCharsets.UTF_8).strip())).hasValue(new Message.Progressed());
    }

    @Test
    void whatOthersPrintIsNone() {
        assertThat(Message.parse("")).isEmpty();
        assertThat(Message.parse("regulus done {}")).isEmpty();
        assertThat(Message.parse(Message.PREFIX + "done")).isEmpty();
        assertThat(Message.parse(Message.PREFIX + "other {}")).isEmpty();
        assertThat(Message.parse(Message.PREFIX + "stepped {\"step\": 1")).isEmpty();
    }
}
