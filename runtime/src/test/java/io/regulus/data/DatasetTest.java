package io.regulus.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final float[][] ROWS = {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}};

    private static float[] floats(Dataset data) {
        float[] all = new float[data.size() * data.rowLength()];
        data.copyFloats(Order.sequential(data.size()), 0, data.size(), all);
        return all;
    }

    @Test
    void floatsWithLabels() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 1, 2, 1, 0});
        assertEquals(5, data.size());
        assertEquals(2, data.rowLength());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, floats(data));
        assertArrayEquals(new int[] {0, 1, 2, 1, 0}, data.labels().toArray());
        assertEquals(2, data.labels().max());
        assertEquals("Dataset[5 rows of 2 floats, class labels]", data.toString());
    }

    @Test
    void realTargets() {
        Dataset one = Dataset.of(ROWS, new float[] {1, 2, 3, 4, 5});
        assertEquals(1, one.values().width());
        Dataset two = Dataset.of(ROWS, new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}});
        assertEquals(2, two.values().width());
        assertEquals(8, two.values().at(3, 1));
        float[] target = new float[4];
        two.copyValues(new int[] {4, 0}, 0, 2, target);
        assertArrayEquals(new float[] {9, 10, 1, 2}, target);
        assertInstanceOf(NoTargets.class, Dataset.of(ROWS).targets());
    }

    @Test
    void bytesAreUnsignedAndScaled() {
        Dataset data = Dataset.ofBytes(new byte[][] {{0, (byte) 255}, {127, (byte) 128}}, new int[] {0, 1});
        assertArrayEquals(new float[] {0, 1, 127f / 255, 128f / 255}, floats(data), 1e-7f);
        assertArrayEquals(new float[] {0, 255, 127, 128}, floats(data.withByteScale(1)));
        byte[] bytes = new byte[2];
        data.copyBytes(new int[] {1}, 0, 1, bytes);
        assertArrayEquals(new byte[] {127, (byte) 128}, bytes);
        int[] ints = new int[4];
        data.copyInts(new int[] {1, 0}, 0, 2, ints);
        assertArrayEquals(new int[] {127, 128, 0, 255}, ints);
        ByteFeatures features = assertInstanceOf(ByteFeatures.class, data.features());
        assertEquals(1f / 255, features.scale());
    }

    @Test
    void intsAsTheyAre() {
        Dataset data = Dataset.ofInts(new int[][] {{-1, 2}, {3, 1 << 20}}, new int[] {0, 1});
        int[] ints = new int[4];
        data.copyInts(Order.sequential(2), 0, 2, ints);
        assertArrayEquals(new int[] {-1, 2, 3, 1 << 20}, ints);
        assertArrayEquals(new float[] {-1, 2, 3, 1 << 20}, floats(data));
    }

    @Test
    void factoriesCopyRowsAndTargets() {
        float[][] rows = {{1}, {2}};
        int[] labels = {0, 1};
        Dataset data = Dataset.of(rows, labels);
        rows[0][0] = 9;
        labels[0] = 1;
        assertArrayEquals(new float[] {1, 2}, floats(data));
        assertArrayEquals(new int[] {0, 1}, data.labels().toArray());
        data.labels().toArray()[0] = 7;
        assertEquals(0, data.labels().at(0));
    }

    @Test
    void flatFactories() {
        assertArrayEquals(
                floats(Dataset.of(ROWS)), floats(Dataset.ofFlat(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 2)));
        Dataset values = Dataset.ofFlat(new float[] {1, 2, 3, 4}, 2, new float[] {5, 6});
        assertEquals(6, values.values().at(1, 0));
        Dataset bytes = Dataset.ofFlatBytes(new byte[] {1, 2, 3, 4}, 4, new int[] {3});
        assertEquals(1, bytes.size());
        Dataset ints = Dataset.ofFlatInts(new int[] {1, 2, 3, 4}, 1, new int[] {0, 1, 2, 3});
        assertEquals(4, ints.size());
        assertEquals(
                3, Dataset.ofFlat(new float[] {1, 2, 3}, 1, new int[] {0, 1, 0}).size());
    }

    @Test
    void batchesOfAnOrder() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 1, 2, 3, 4});
        int[] order = {4, 2, 0, 1, 3};
        float[] target = new float[6];
        int[] labels = new int[3];
        data.copyFloats(order, 1, 2, target);
        data.copyLabels(order, 1, 2, labels);
        assertArrayEquals(new float[] {5, 6, 1, 2, 0, 0}, target);
        assertArrayEquals(new int[] {2, 0, 0}, labels);
        assertEquals(3, data.batches(2));
        assertEquals(1, data.batches(5));
        assertEquals(1, data.batches(500));
        assertEquals(5, data.batches(1));
    }

    @Test
    void viewsOfViews() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 1, 2, 3, 4}).withClassNames(List.of("a", "b", "c", "d", "e"));
        Dataset view = data.subset(4, 3, 2, 1).range(1, 4).subset(2, 0);
        assertArrayEquals(new float[] {3, 4, 7, 8}, floats(view));
        assertArrayEquals(new int[] {1, 3}, view.labels().toArray());
        assertEquals(data.classNames(), view.classNames());
        assertArrayEquals(new float[] {5, 6, 5, 6}, floats(data.range(1, 4).subset(1, 1)));
        assertEquals(2, data.take(2).size());
        assertEquals(5, data.take(5).size());
        assertEquals("Labels[5 rows]", data.labels().toString());
        assertEquals(
                "Values[1 rows x 1]",
                Dataset.of(new float[][] {{1}}, new float[] {1}).values().toString());
        Dataset relabelled = view.withLabels(1, 0);
        assertArrayEquals(new int[] {1, 0}, relabelled.labels().toArray());
        assertArrayEquals(new float[] {3, 4, 7, 8}, floats(relabelled));
    }

    /** Random chains of views against the same chain on a plain list of row numbers. */
    @Test
    void randomViewsAgreeWithAList() {
        int rows = 40;
        float[] values = new float[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i;
            labels[i] = i;
        }
        Random random = new Random(5);
        for (int trial = 0; trial < 300; trial++) {
            Dataset data = Dataset.ofFlat(values, 1, labels);
            int[] expected = Order.sequential(rows);
            for (int step = 0; step < 6; step++) {
                if (random.nextBoolean()) {
                    int from = random.nextInt(expected.length);
                    int to = from + 1 + random.nextInt(expected.length - from);
                    data = data.range(from, to);
                    expected = Arrays.copyOfRange(expected, from, to);
                } else {
                    int[] before = expected;
                    int[] picks = random.ints(1 + random.nextInt(50), 0, expected.length)
                            .toArray();
                    data = data.subset(picks);
                    expected = Arrays.stream(picks).map(pick -> before[pick]).toArray();
                }
            }
            assertArrayEquals(expected, data.labels().toArray());
            float[] read = floats(data);
            assertEquals(expected.length, read.length);
            for (int i = 0; i < read.length; i++) {
                assertEquals(expected[i], read[i]);
            }
        }
    }

    @Test
    void splitsShareRowsWithoutOverlap() {
        float[] values = new float[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Dataset data = Dataset.ofFlat(values, 1);
        Splitter.Split<Dataset> split = data.split(0.8, 42);
        assertEquals(80, split.first().size());
        assertEquals(20, split.second().size());
        float[] both = new float[100];
        System.arraycopy(floats(split.first()), 0, both, 0, 80);
        System.arraycopy(floats(split.second()), 0, both, 80, 20);
        assertTrue(!Arrays.equals(values, both));
        assertArrayEquals(floats(data.shuffled(42)), both);
        Arrays.sort(both);
        assertArrayEquals(values, both);
        Splitter.Split<Dataset> inOrder = data.splitAt(0.75);
        assertArrayEquals(Arrays.copyOfRange(values, 75, 100), floats(inOrder.second()));
    }

    @Test
    void splitRoundsDownButForgivesRoundingErrors() {
        Dataset ten = Dataset.ofFlat(new float[10], 1);
        assertEquals(1, ten.splitAt(1 - 0.9).first().size());
        assertEquals(7, ten.splitAt(1 - 0.3).first().size());
        assertEquals(7, ten.splitAt(0.79).first().size());
    }

    @Test
    void names() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 1, 0, 1, 0});
        assertEquals(List.of(), data.featureNames());
        Dataset named = data.withFeatureNames(List.of("x", "y")).withClassNames(List.of("no", "yes", "perhaps"));
        assertEquals(List.of("x", "y"), named.featureNames());
        assertEquals(List.of("no", "yes", "perhaps"), named.shuffled(1).classNames());
    }

    @Test
    void rowsCountAsTheirClassSays() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 2, 0, 1, 0});
        assertArrayEquals(new float[] {0.5f, 3, 0.5f, 0, 0.5f}, weights(data.withClassWeights(0.5, 0, 3)));
        assertArrayEquals(
                new float[] {1, 0, 1, 8, 2.5f},
                weights(data.withRowWeights(2, 0, 2, 4, 5).withClassWeights(0.5, 2, 3)));
    }

    /** 5 rows, 3 classes: 5 / (3 * 3), 5 / (3 * 1), 5 / (3 * 1); a class without rows is none. */
    @Test
    void balancedClassesCountTheSameInSum() {
        Dataset data = Dataset.of(ROWS, new int[] {0, 3, 0, 1, 0});
        float rare = 5f / 3;
        float frequent = 5f / 9;
        assertArrayEquals(
                new float[] {frequent, rare, frequent, rare, frequent}, weights(data.withBalancedClasses()), 1e-6f);
        Dataset part = data.range(0, 3).withBalancedClasses();
        assertArrayEquals(new float[] {0.75f, 1.5f, 0.75f}, weights(part), 1e-6f);
    }

    private static float[] weights(Dataset data) {
        float[] all = new float[data.size()];
        for (int row = 0; row < all.length; row++) {
            all[row] = data.rowWeights().orElseThrow().at(row, 0);
        }
        return all;
    }

    @Test
    void copyingAllocatesNothing() {
        Dataset data = Dataset.ofFlatBytes(new byte[784 * 64], 784, new int[64]).shuffled(3);
        int[] order = Order.shuffled(64, 1, 0);
        float[] target = new float[784 * 32];
        int[] labels = new int[32];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int warmUp = 0; warmUp < 100; warmUp++) {
            data.copyFloats(order, 32, 32, target);
            data.copyLabels(order, 32, 32, labels);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int batch = 0; batch < 1000; batch++) {
            data.copyFloats(order, 32, 32, target);
            data.copyLabels(order, 32, 32, labels);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 16_000, allocated + " bytes for 1000 batches");
    }
}
