package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final int EXECUTORS = 8;

    @Test
    void oneOnEachExecutorButNotMoreThanHaveARow() {
        assertThat(new Workers(0, 32).count(EXECUTORS, 1_000, 0)).isEqualTo(8);
        assertThat(new Workers(0, 5).count(EXECUTORS, 1_000, 0)).isEqualTo(5);
        assertThat(new Workers(0, 32).count(EXECUTORS, 4, 0)).isEqualTo(4);
        assertThat(new Workers(0, 32).count(EXECUTORS, 1_000, 3)).isEqualTo(3);
        assertThat(new Workers(6, 32).count(EXECUTORS, 1_000, 6)).isEqualTo(6);
    }

    @Test
    void moreThanHaveARowAreRefusedByTheirParameter() {
        assertThat(message(() -> new Workers(6, 5))).startsWith("workers = 6, and batchSize = 5: ");
        Workers six = new Workers(6, 32);
        assertThat(message(() -> six.count(EXECUTORS, 5, 0)))
                .startsWith("workers = 6, and there are 5 rows to train on: ");
        assertThat(message(() -> six.count(EXECUTORS, 1_000, 4)))
                .startsWith("workers = 6, and there are 4 rows to validate on: ");
    }

    @Test
    void theNumberThatWasTakenIsLogged() {
        List<LogRecord> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(Workers.class.getName());
        log.addHandler(handler);
        try {
            new Workers(0, 5).count(EXECUTORS, 1_000, 0);
            new Workers(2, 5).count(EXECUTORS, 1_000, 0);
        } finally {
            log.removeHandler(handler);
        }
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getLevel()).isEqualTo(Level.INFO);
        assertThat(logged.get(0).getMessage()).startsWith("workers = 0: 5 train together, by 8 executors");
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
