package io.regulus.spark.job;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.train.Ending;
import io.regulus.train.EpochResult;
import io.regulus.train.Evaluation;
import io.regulus.train.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTextTest {
    @Test
    void aHistoryIsReadAsItWasWritten() {
        Evaluation training = new Evaluation(1 / 3.0, 0.1, Map.of("accuracy", 0.75, "auc", Double.NaN), 1L << 40);
        History history = new History(
                List.of(
                        new EpochResult(1, training, Optional.empty(), 1e-3, 7, 0.5),
                        new EpochResult(2, training, Optional.of(training), 5e-4, 7, 0.25)),
                new Ending(Ending.Kind.STOPPED, "early stopping: no better val_loss for 5 epochs"));
        assertThat(HistoryText.read(HistoryText.write(history))).isEqualTo(history);
    }
}
