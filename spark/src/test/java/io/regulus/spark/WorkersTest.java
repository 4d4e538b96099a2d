package io.regulus.spark;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
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
        List<LogEvent> logged = new ArrayList<>();
        AbstractAppender appender = new AbstractAppender("list", null, null, false, Property.EMPTY_ARRAY) {
            @Override
            public void append(LogEvent event) {
                logged.add(event.toImmutable());
            }
        };
        appender.start();
        Logger log = (Logger) LogManager.getLogger(Workers.class);
        Level before = log.getLevel();
        log.addAppender(appender);
        log.setLevel(Level.INFO);
        try {
            new Workers(0, 5).count(EXECUTORS, 1_000, 0);
            new Workers(2, 5).count(EXECUTORS, 1_000, 0);
        } finally {
            log.removeAppender(appender);
            log.setLevel(before);
            appender.stop();
        }
        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getLevel()).isEqualTo(Level.INFO);
        assertThat(logged.get(0).getMessage().getFormattedMessage())
                .startsWith("workers = 0: 5 train together, by 8 executors");
    }

    private static String message(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
