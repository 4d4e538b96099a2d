package io.regulus.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.testing.Samples;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRowsTest {
    @Test
    void rowsAreFoundByAllTheirNumbers() {
        float[][] rows = Samples.rows(50, 4, 1);
        Dataset all = Dataset.of(rows, new int[50]);
        Dataset train = all.range(0, 40);
        // two of the training rows, and one that differs in the last bit of one number
        float[] near = rows[7].clone();
        near[3] = Math.nextUp(near[3]);
        Dataset validation =
                Dataset.of(new float[][] {rows[45], rows[3], near, rows[39], rows[3]}, new int[] {1, 1, 1, 1, 1});
        SharedRows shared = SharedRows.of(validation, train);
        assertThat(shared.rows()).containsExactly(1, 3, 4).inOrder();
        assertThat(shared.others()).containsExactly(3, 39, 3).inOrder();
        assertThat(shared.share()).isEqualTo(0.6);
        assertThat(shared.twice()).isEqualTo(0.0);
        assertThat(shared.isLeak()).isTrue();
        assertThat(shared.fresh()).isEqualTo(new int[] {0, 2});
        assertThat(shared.toString()).isEqualTo("3 of 5 rows");
    }

    @Test
    void everyInputCounts() {
        Dataset train = two(new float[][] {{1, 2}, {3, 4}}, new int[][] {{5}, {6}});
        assertThat(SharedRows.of(two(new float[][] {{1, 2}, {3, 4}}, new int[][] {{6}, {6}}), train)
                        .rows())
                .containsExactly(1);
    }

    private static Dataset two(float[][] numbers, int[][] words) {
        return Dataset.builder().input("numbers", numbers).input("words", words).build();
    }

    @Test
    void ofIndependentRowsOfFewKindsAsManyAreSharedAsAreRepeated() {
        Random random = new Random(5);
        Dataset train = kinds(2_000, 1_000, random);
        SharedRows shared = SharedRows.of(kinds(2_000, 1_000, random), train);
        // by brute force: of 1,000 kinds, the share of rows whose kind is there again, and that of rows in both
        assertThat(shared.twice()).isEqualTo(repeated(train));
        assertThat(shared.share()).isWithin(0.05).of(1 - Math.pow(0.999, 2_000));
        assertThat(shared.twice()).isWithin(0.05).of(1 - Math.pow(0.999, 1_999));
        assertThat(shared.isLeak()).isFalse();
    }

    private static Dataset kinds(int rows, int kinds, Random random) {
        return Dataset.ofInts(IntStream.range(0, rows)
                .mapToObj(row -> new int[] {random.nextInt(kinds)})
                .toArray(int[][]::new));
    }

    private static double repeated(Dataset data) {
        int[] kinds = new int[data.size()];
        for (int row = 0; row < kinds.length; row++) {
            int[] one = new int[1];
            data.copyInts(new int[] {row}, 0, 1, one);
            kinds[row] = one[0];
        }
        return IntStream.range(0, kinds.length)
                        .filter(row -> IntStream.range(0, kinds.length)
                                .anyMatch(other -> other != row && kinds[other] == kinds[row]))
                        .count()
                / (double) kinds.length;
    }

    @Test
    void oneRowInAHundredIsChanceUntilThen() {
        Dataset train = Dataset.of(Samples.rows(300, 3, 1));
        Dataset fresh = Dataset.of(Samples.rows(300, 3, 2));
        assertThat(SharedRows.of(fresh, train).rows()).isEmpty();
        assertThat(SharedRows.of(fresh, train).isLeak()).isFalse();
        assertThat(new SharedRows(List.of(1, 2), List.of(1, 2), 201, 0).isLeak())
                .isFalse();
        assertThat(new SharedRows(List.of(1, 2), List.of(1, 2), 200, 0).isLeak())
                .isTrue();
        assertThat(new SharedRows(List.of(1, 2), List.of(1, 2), 200, 0.005).isLeak())
                .isFalse();
    }

    private static float[] twos(int count) {
        float[] twos = new float[count];
        Arrays.fill(twos, 2);
        return twos;
    }

    @Test
    void otherInputsAreRefused() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> SharedRows.of(Dataset.of(new float[1][3]), Dataset.of(new float[1][4])));
        assertThat(refused).hasMessageThat().contains("[3 numbers] and [4 numbers]");
    }

    @Test
    void fingerprintsDifferWhereAnythingDoes() {
        float[][] rows = Samples.rows(20, 3, 1);
        int[] labels = Samples.labels(20, 4, 1);
        Dataset data = Dataset.of(rows, labels);
        Set<String> prints = new HashSet<>();
        prints.add(data.fingerprint());
        assertThat(Dataset.of(rows, labels).fingerprint()).isEqualTo(data.fingerprint());
        assertThat(data.fingerprint()).matches("[0-9a-f]{16}");
        prints.add(data.shuffled(1).fingerprint());
        prints.add(data.range(0, 19).fingerprint());
        int[] others = labels.clone();
        others[19] = (others[19] + 1) % 4;
        prints.add(Dataset.of(rows, others).fingerprint());
        prints.add(data.withRowWeights(twos(20)).fingerprint());
        prints.add(Dataset.of(rows, new float[20]).fingerprint());
        assertThat(prints).hasSize(6);
        byte[][] bytes = {{0, 51}, {-1, 102}};
        assertThat(Dataset.ofBytes(bytes).fingerprint())
                .isEqualTo(Dataset.of(new float[][] {{0, 51 * (1f / 255)}, {255 * (1f / 255), 102 * (1f / 255)}})
                        .fingerprint());
    }
}
