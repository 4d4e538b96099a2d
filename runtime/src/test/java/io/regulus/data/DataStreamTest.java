package io.regulus.data;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.testing.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataStreamTest {
    /** Rows whose number stands in every column. */
    private static Dataset numbered(int from, int to) {
        int[] numbers = IntStream.range(from, to).toArray();
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers[i];
        }
        return Dataset.ofFlat(floats.clone(), 1, numbers).withRowWeights(floats);
    }

    /** The numbers of the rows of a pass, each column of which must agree. */
    private static int[] numbers(DataStream stream, int epoch, int blockRows) {
        List<Integer> numbers = new ArrayList<>();
        try (Blocks blocks = stream.open(epoch)) {
            for (var block = blocks.next(blockRows); block.isPresent(); block = blocks.next(blockRows)) {
                Dataset rows = block.get();
                for (int row = 0; row < rows.size(); row++) {
                    int number = rows.labels().at(row);
                    assertThat(rows.row(row)[0]).isEqualTo((float) number);
                    assertThat(rows.rowWeights().orElseThrow().at(row, 0)).isEqualTo((float) number);
                    numbers.add(number);
                }
            }
            assertThat(blocks.next(blockRows)).isEmpty();
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] inOrder(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /** The rows 0 to n - 1 in parts of all sizes. */
    private static DataStream parts(int n) {
        return DataStream.of(() -> {
            Random random = new Random(n);
            List<Dataset> parts = new ArrayList<>();
            for (int from = 0; from < n; ) {
                int to = Math.min(n, from + 1 + random.nextInt(9));
                parts.add(numbered(from, to));
                from = to;
            }
            return parts.stream();
        });
    }

    @Test
    void blocksHaveTheRowsAskedForButTheLast() {
        for (int rows = 1; rows <= 25; rows++) {
            List<Integer> sizes = new ArrayList<>();
            parts(23).forEach(rows, block -> sizes.add(block.size()));
            List<Integer> expected = new ArrayList<>();
            for (int left = 23; left > 0; left -= rows) {
                expected.add(Math.min(rows, left));
            }
            assertThat(sizes).isEqualTo(expected);
            assertThat(numbers(parts(23), 0, rows)).isEqualTo(inOrder(0, 23));
            assertThat(numbers(DataStream.of(numbered(0, 23)), 0, rows)).isEqualTo(inOrder(0, 23));
        }
    }

    /** Of a reader that leaves every fifth row out: 4, 9, 14 and so on. */
    private static final BlockSource GAPS = () -> new Blocks() {
        private int from;

        @Override
        public Optional<Dataset> next(int rows) {
            from += from % 5 == 4 ? 1 : 0;
            int to = Math.min(from + rows, from / 5 * 5 + 4);
            Optional<Dataset> block = from < 50 ? Optional.of(numbered(from, to)) : Optional.empty();
            from = to;
            return block;
        }

        @Override
        public void close() {
            from = 50;
        }
    };

    @Test
    void aStreamThatAReaderOpensMayHaveShorterBlocks() {
        DataStream gaps = epoch -> GAPS.open();
        int[] left = IntStream.range(0, 50).filter(row -> row % 5 != 4).toArray();
        for (int rows = 1; rows < 50; rows++) {
            List<Integer> sizes = new ArrayList<>();
            gaps.forEach(rows, block -> sizes.add(block.size()));
            assertThat(sizes).hasSize((40 + rows - 1) / rows);
            assertThat(numbers(gaps.shuffle(11, 1), 0, rows)).isEqualTo(numbers(gaps.shuffle(11, 1), 0, 1));
            assertThat(numbers(gaps.skip(9).take(20), 0, rows)).isEqualTo(Arrays.copyOfRange(left, 9, 29));
        }
    }

    @Test
    void moreRowsThanAskedForAreRefused() {
        DataStream more = epoch -> new Blocks() {
            @Override
            public Optional<Dataset> next(int rows) {
                return Optional.of(numbered(0, 5));
            }

            @Override
            public void close() {}
        };
        assertFails(
                IllegalStateException.class, () -> more.forEach(4, block -> {}), "next(4)", "DataStreamTest", "5 rows");
    }

    @Test
    void rowsThatASourceLeavesOutLeaveNoGapInABlock() {
        int[] left = IntStream.range(0, 50).filter(row -> row % 5 != 4).toArray();
        for (int rows = 1; rows < 50; rows++) {
            List<Integer> sizes = new ArrayList<>();
            GAPS.stream().forEach(rows, block -> sizes.add(block.size()));
            assertThat(sizes).hasSize((40 + rows - 1) / rows);
            assertThat(numbers(GAPS.stream(), 0, rows)).isEqualTo(left);
        }
        int[] shuffled = numbers(GAPS.stream().shuffle(11, 1), 0, 8);
        for (int place = 0; place < 40; place++) {
            assertThat(shuffled[place]).isLessThan(left[Math.min(39, place + 10)] + 1);
        }
        Arrays.sort(shuffled);
        assertThat(shuffled).isEqualTo(left);
    }

    @Test
    void takeAndSkipDivideTheRows() {
        for (int at = 1; at < 25; at++) {
            int cut = Math.min(at, 23);
            assertThat(numbers(parts(23).take(at), 0, 4)).isEqualTo(inOrder(0, cut));
            assertThat(numbers(parts(23).skip(at), 0, 4)).isEqualTo(inOrder(cut, 23));
        }
        assertThat(numbers(parts(23).skip(0), 0, 4)).isEqualTo(inOrder(0, 23));
        assertThat(numbers(parts(23).skip(5).take(7).skip(2), 0, 3)).isEqualTo(inOrder(7, 12));
    }

    @Test
    void theNumberOfRowsIsToldWhereItIsKnown() {
        DataStream known = DataStream.of(numbered(0, 23));
        assertThat(known.rows()).isEqualTo(OptionalLong.of(23));
        assertThat(known.shuffle(4, 1).map(block -> block).rows()).isEqualTo(OptionalLong.of(23));
        assertThat(known.take(7).rows()).isEqualTo(OptionalLong.of(7));
        assertThat(known.take(70).rows()).isEqualTo(OptionalLong.of(23));
        assertThat(known.skip(7).rows()).isEqualTo(OptionalLong.of(16));
        assertThat(known.skip(70).rows()).isEqualTo(OptionalLong.of(0));
        assertThat(parts(23).skip(7).rows()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void mapChangesEveryRowAndNoOrder() {
        DataStream doubled = parts(23).map(block -> {
            int[] labels = block.labels().toArray();
            float[] rows = new float[labels.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] += 100;
                rows[i] = labels[i];
            }
            return Dataset.ofFlat(rows.clone(), 1, labels).withRowWeights(rows);
        });
        assertThat(numbers(doubled, 0, 5)).isEqualTo(inOrder(100, 123));
    }

    @Test
    void whatMapMayNotDo() {
        DataStream fewer = DataStream.of(numbered(0, 23)).map(block -> block.take(1));
        assertFails(IllegalStateException.class, fewer::toDataset, "map(...)", "1 rows of a block of 23");
        DataStream none = parts(23).map(block -> null);
        assertFails(IllegalArgumentException.class, none::toDataset, "map(...)", "null");
    }

    @Test
    void aBufferAsLargeAsTheDataGivesAPermutation() {
        for (int buffer : new int[] {23, 24, 1 << 30}) {
            int[] shuffled = numbers(parts(23).shuffle(buffer, 7), 0, 4);
            assertThat(shuffled).isNotEqualTo(inOrder(0, 23));
            Arrays.sort(shuffled);
            assertThat(shuffled).isEqualTo(inOrder(0, 23));
        }
    }

    @Test
    void everyBufferGivesEveryRowOnceAndNoneSoonerThanItCan() {
        for (int n : new int[] {1, 2, 23, 500}) {
            for (int buffer : new int[] {1, 2, 7, 22, 23, 100, 600}) {
                for (int blockRows : new int[] {1, 3, 64, 1000}) {
                    int[] shuffled = numbers(parts(n).shuffle(buffer, n + buffer), 2, blockRows);
                    for (int place = 0; place < shuffled.length; place++) {
                        assertThat(shuffled[place]).isLessThan(place + buffer);
                    }
                    Arrays.sort(shuffled);
                    assertThat(shuffled).isEqualTo(inOrder(0, n));
                }
            }
        }
    }

    @Test
    void theOrderDependsOnSeedAndEpochAloneAndNotOnBlocks() {
        DataStream stream = parts(200).shuffle(50, 3);
        int[] order = numbers(stream, 4, 10);
        assertThat(numbers(DataStream.of(numbered(0, 200)).shuffle(50, 3), 4, 64))
                .isEqualTo(order);
        assertThat(numbers(stream, 5, 10)).isNotEqualTo(order);
        assertThat(numbers(parts(200).shuffle(50, 4), 4, 10)).isNotEqualTo(order);
        assertThat(numbers(stream, 4, 10)).isEqualTo(order);
    }

    /** The order of this seed, worked out apart from the program: SplitMix64 and the buffer by hand in Python. */
    @Test
    void theOrderIsThatOfTheFormula() {
        assertThat(numbers(DataStream.of(numbered(0, 10)).shuffle(4, 42), 3, 10))
                .isEqualTo(new int[] {0, 2, 4, 5, 3, 6, 7, 1, 9, 8});
    }

    /**
     * Row r of 6 is at place p, with a buffer of 3, as often as a count of all 3^4 * 2 draws says; by the chi-squared test over 30,000 seeds.
     */
    @Test
    void placesAreDistributedAsTheBufferSays() {
        double[][] expected = expectedPlaces(6, 3);
        int seeds = 30_000;
        int[][] found = new int[6][6];
        DataStream rows = DataStream.of(numbered(0, 6));
        for (int seed = 0; seed < seeds; seed++) {
            rows.shuffle(3, seed).forEach(6, all -> {
                for (int place = 0; place < 6; place++) {
                    found[all.labels().at(place)][place]++;
                }
            });
        }
        double chiSquared = 0;
        int cells = 0;
        for (int row = 0; row < 6; row++) {
            for (int place = 0; place < 6; place++) {
                if (expected[row][place] == 0) {
                    assertThat(found[row][place]).isEqualTo(0);
                } else {
                    double wanted = expected[row][place] * seeds;
                    chiSquared += Math.pow(found[row][place] - wanted, 2) / wanted;
                    cells++;
                }
            }
        }
        // at most as many degrees of freedom as cells: 30 of them exceed 60 once in a thousand times
        assertThat(cells).isEqualTo(30);
        assertThat(chiSquared).isLessThan(60.0);
    }

    /** How likely row r is at place p: from the definition, all draws one after the other, each weighed by what it is likely. */
    private static double[][] expectedPlaces(int n, int buffer) {
        double[][] places = new double[n][n];
        List<Integer> first = new ArrayList<>();
        for (int row = 0; row < Math.min(n, buffer); row++) {
            first.add(row);
        }
        follow(first, first.size(), 0, 1, places);
        return places;
    }

    private static void follow(List<Integer> buffer, int next, int place, double likely, double[][] places) {
        for (int i = 0; i < buffer.size(); i++) {
            List<Integer> after = new ArrayList<>(buffer);
            int drawn = after.remove(i);
            places[drawn][place] += likely / buffer.size();
            if (next < places.length) {
                after.add(next);
            }
            follow(after, next + 1, place + 1, likely / buffer.size(), places);
        }
    }

    @Test
    void everyKindOfColumnIsShuffledWithItsRow() {
        float[][] floats = Samples.rows(50, 3, 1);
        byte[][] bytes = new byte[50][2];
        int[][] ints = new int[50][2];
        int[] labels = Samples.labels(50, 5, 2);
        float[][] values = Samples.rows(50, 2, 3);
        for (int row = 0; row < 50; row++) {
            bytes[row][1] = (byte) row;
            ints[row][0] = row * 7;
        }
        Dataset data = Dataset.builder()
                .input("floats", floats)
                .input("bytes", bytes)
                .input("ints", ints)
                .labels("label", labels)
                .values("value", values)
                .build();
        Dataset shuffled = DataStream.of(data).shuffle(20, 9).toDataset();
        assertThat(shuffled.size()).isEqualTo(50);
        int[] one = new int[2];
        for (int row = 0; row < 50; row++) {
            shuffled.features("ints").copyInts(new int[] {row}, 0, 1, one);
            int from = one[0] / 7;
            float[] floatRow = new float[3];
            shuffled.features("floats").copyFloats(new int[] {row}, 0, 1, floatRow);
            assertThat(floatRow).isEqualTo(floats[from]);
            byte[] byteRow = new byte[2];
            shuffled.features("bytes").copyBytes(new int[] {row}, 0, 1, byteRow);
            assertThat(byteRow).isEqualTo(bytes[from]);
            assertThat(((Labels) shuffled.targets("label")).at(row)).isEqualTo(labels[from]);
            assertThat(((Values) shuffled.targets("value")).at(row, 1)).isEqualTo(values[from][1]);
        }
    }

    @Test
    void scaleAndNamesStayWithTheRows() {
        Dataset data = Dataset.ofBytes(new byte[][] {{10, 20}, {30, 40}, {50, 60}}, new int[] {0, 1, 0})
                .withByteScale(0.5f)
                .withFeatureNames(List.of("a", "b"))
                .withClassNames(List.of("cat", "dog"));
        Dataset shuffled = DataStream.of(data).shuffle(2, 1).toDataset();
        assertThat(shuffled.featureNames()).containsExactly("a", "b").inOrder();
        assertThat(shuffled.classNames()).containsExactly("cat", "dog").inOrder();
        float[] sums = new float[] {15, 35, 55};
        float sum = 0;
        for (int row = 0; row < 3; row++) {
            assertThat(sums).usingExactEquality().contains(shuffled.row(row)[0] + shuffled.row(row)[1]);
            sum += shuffled.row(row)[0];
        }
        assertThat(sum).isEqualTo(45f);
    }

    @Test
    void rowsWiderThanAPieceOfTheBufferAreShuffledToo() {
        int wide = 300_000;
        byte[][] rows = new byte[5][wide];
        for (int row = 0; row < 5; row++) {
            rows[row][wide - 1] = (byte) row;
        }
        Dataset shuffled = DataStream.of(Dataset.ofBytes(rows, new int[] {0, 1, 2, 3, 4}))
                .shuffle(3, 1)
                .toDataset();
        byte[] row = new byte[wide];
        for (int i = 0; i < 5; i++) {
            shuffled.copyBytes(new int[] {i}, 0, 1, row);
            assertThat((int) row[wide - 1]).isEqualTo(shuffled.labels().at(i));
        }
    }

    @Test
    void rowsOfAnotherLayoutAreRefused() {
        Dataset plain = Dataset.of(new float[][] {{1, 2}}, new int[] {0});
        for (Dataset other : List.of(
                Dataset.of(new float[][] {{1, 2, 3}}, new int[] {0}),
                Dataset.of(new float[][] {{1, 2}}),
                plain.withRowWeights(1),
                plain.withClassNames(List.of("cat")),
                Dataset.ofBytes(new byte[][] {{1, 2}}, new int[] {0}))) {
            DataStream mixed = DataStream.of(() -> Stream.of(plain, other));
            assertFails(
                    IllegalArgumentException.class,
                    mixed::toDataset,
                    "must be alike",
                    "2 floats, class labels, and later");
            assertFails(
                    IllegalArgumentException.class, () -> mixed.shuffle(1, 1).toDataset(), "must be alike");
        }
    }

    @Test
    void aPassClosesWhatItOpenedHoweverItEnds() {
        AtomicInteger open = new AtomicInteger();
        DataStream counted = DataStream.of(() -> {
                    open.incrementAndGet();
                    return Stream.of(numbered(0, 5), numbered(5, 9)).onClose(open::decrementAndGet);
                })
                .map(block -> block)
                .skip(1)
                .take(7)
                .shuffle(3, 1);
        assertThat(open.get()).isEqualTo(0);
        assertThat(counted.toDataset().size()).isEqualTo(7);
        assertThat(open.get()).isEqualTo(0);
        assertFails(
                IllegalStateException.class,
                () -> counted.forEach(2, block -> {
                    assertThat(open.get()).isEqualTo(1);
                    throw new IllegalStateException("mine");
                }),
                "mine");
        assertWithMessage("open after a failure").that(open.get()).isEqualTo(0);
        Blocks first = counted.open(0);
        try (Blocks second = counted.open(1)) {
            assertThat(open.get()).isEqualTo(2);
            assertThat(second.next(3)).isPresent();
        }
        first.close();
        assertThat(open.get()).isEqualTo(0);
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        DataStream rows = parts(5);
        assertFails(IllegalArgumentException.class, () -> rows.shuffle(0, 1), "bufferRows = 0", "at least 1");
        assertFails(IllegalArgumentException.class, () -> rows.take(0), "rows = 0", "at least 1");
        assertFails(IllegalArgumentException.class, () -> rows.skip(-1), "rows = -1", "at least 0");
        assertFails(IllegalArgumentException.class, () -> rows.forEach(0, block -> {}), "blockRows = 0");
        assertFails(IllegalStateException.class, () -> rows.skip(5).toDataset(), "no rows");
        assertFails(
                IllegalArgumentException.class,
                () -> DataStream.of(() -> Stream.of((Dataset) null)).toDataset(),
                "null");
    }
}
