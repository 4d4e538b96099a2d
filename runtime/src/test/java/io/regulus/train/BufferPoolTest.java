package io.regulus.train;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.data.Dataset;
import io.regulus.data.Order;
import io.regulus.engine.BatchBuffer;
import io.regulus.engine.Engine;
import io.regulus.engine.Settings;
import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
    private static final Dataset FLOATS = Dataset.of(Samples.rows(20, 3, 1));
    private static final Dataset BYTES = Dataset.ofFlatBytes(new byte[60], 3);

    private final Engine engine =
            Engine.of(new FeedModels_SmallTraining(FeedModels_SmallHyperparameters.defaults()), Settings.defaults());
    private final BufferPool pool = new BufferPool(engine);

    @AfterEach
    void close() {
        pool.close();
        engine.close();
    }

    private static void assertClosed(BatchBuffer buffer) {
        assertFails(
                IllegalStateException.class,
                () -> buffer.loadFeatures(FLOATS, Order.sequential(20), 0),
                "this batch is closed");
    }

    private static void assertOpen(BatchBuffer buffer) {
        buffer.loadFeatures(FLOATS, Order.sequential(20), 0);
    }

    @Test
    void whatIsGivenBackIsTakenAgain() {
        BatchBuffer buffer = pool.take(FLOATS, 4);
        pool.give(buffer);
        assertThat(pool.take(FLOATS, 4)).isSameInstanceAs(buffer);
    }

    @Test
    void whatIsInUseIsNobodyElses() {
        try (BatchBuffer first = pool.take(FLOATS, 4);
                BatchBuffer second = pool.take(FLOATS, 4)) {
            assertThat(second).isNotSameInstanceAs(first);
        }
    }

    @Test
    void anotherNumberOfRowsOrKindOfFeaturesIsAnotherBuffer() {
        BatchBuffer floats = pool.take(FLOATS, 4);
        pool.give(floats);
        for (BatchBuffer other : List.of(pool.take(FLOATS, 5), pool.take(BYTES, 4))) {
            assertThat(other).isNotSameInstanceAs(floats);
            pool.give(other);
        }
        BatchBuffer bytes = pool.take(BYTES, 4);
        pool.give(bytes);
        BatchBuffer scaled = pool.take(BYTES.withByteScale(2), 4);
        assertThat(scaled).isNotSameInstanceAs(bytes);
        pool.give(scaled);
        assertThat(pool.take(FLOATS, 4)).isSameInstanceAs(floats);
    }

    @Test
    void theOneUnusedLongestIsFreedWhenThereAreMoreThanEight() {
        List<BatchBuffer> buffers = new ArrayList<>();
        for (int rows = 1; rows <= 9; rows++) {
            buffers.add(pool.take(FLOATS, rows));
        }
        buffers.forEach(pool::give);
        assertClosed(buffers.get(0));
        buffers.subList(1, 9).forEach(BufferPoolTest::assertOpen);
    }

    @Test
    void closingFreesWhatIsIdleNowAndWhatIsInUseLater() {
        BatchBuffer idle = pool.take(FLOATS, 4);
        BatchBuffer used = pool.take(FLOATS, 4);
        pool.give(idle);
        pool.close();
        assertClosed(idle);
        assertOpen(used);
        pool.give(used);
        assertClosed(used);
    }
}
