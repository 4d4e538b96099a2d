package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/** Of the rows of a batch a part draws what the whole draws for them. */
class RowDrawsTest {
    private static final int TOTAL = 23;

    @ParameterizedTest
    @CsvSource({"0, 23, 4", "0, 5, 3", "5, 9, 3", "7, 1, 1", "22, 1, 5", "3, 20, 2", "11, 12, 1", "9, 3, 7"})
    void aPartDrawsTheNumbersOfItsRows(int first, int count, int perRow) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            assertPart(
                    session,
                    tf,
                    first,
                    count,
                    perRow,
                    (draws, rows) ->
                            tf.dtypes.cast(tf.bitcast(draws.words(rows, perRow), TInt32.class), TFloat32.class));
            assertPart(session, tf, first, count, perRow, (draws, rows) -> draws.uniform(rows, perRow, 3));
            assertPart(session, tf, first, count, perRow, (draws, rows) -> draws.normal(rows, 2, perRow));
            assertPart(session, tf, first, count, perRow, (draws, rows) -> draws.uniform(rows, perRow));
        }
    }

    /** Draws for so many rows. */
    private interface Draw {
        Operand<TFloat32> of(RowDraws draws, Operand<TInt32> rows);
    }

    private static void assertPart(Session session, Ops tf, int first, int count, int perRow, Draw draw) {
        Function<Shard, Pass> pass = shard -> Pass.training(tf, new Variables(1), Pass.Method.PLAIN.with(shard));
        Operand<TInt64> key = tf.constant(new long[] {77, perRow});
        float[] all = values(
                session, draw.of(new RowDraws(pass.apply(new WholeBatch()), key), tf.constant(new int[] {TOTAL})));
        Shard.Place place = new Shard.Place(
                tf.constant(new int[] {first}), tf.constant(new int[] {TOTAL}), tf.constant(new int[] {1}));
        float[] part = values(
                session, draw.of(new RowDraws(pass.apply(new OwnShard(place)), key), tf.constant(new int[] {count})));
        int width = all.length / TOTAL;
        assertThat(part).isEqualTo(Arrays.copyOfRange(all, first * width, (first + count) * width));
    }

    private static float[] values(Session session, Operand<TFloat32> values) {
        try (Result result = session.runner().fetch(values).run()) {
            float[] read = new float[Math.toIntExact(result.get(0).shape().size())];
            result.get(0).asRawTensor().data().asFloats().read(read);
            return read;
        }
    }
}
