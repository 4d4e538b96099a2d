package io.regulus.data;

import static com.google.common.truth.Truth.assertThat;
import static io.regulus.testing.Failures.assertFails;

import io.regulus.testing.Samples;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Several inputs and targets by name; every view keeps the rows of all of them together. */
class NamedDatasetTest {
    private static final int ROWS = 10;

    /** Every column of row i says i. */
    private static Dataset counted() {
        float[][] floats = new float[ROWS][2];
        byte[][] bytes = new byte[ROWS][3];
        int[] labels = new int[ROWS];
        float[] values = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(floats[row], row);
            Arrays.fill(bytes[row], (byte) row);
            labels[row] = row;
            values[row] = row;
        }
        return Dataset.builder()
                .input("meta", floats)
                .input("image", bytes)
                .labels("digit", labels)
                .values("angle", values)
                .build()
                .withRowWeights(values);
    }

    private static void assertTogether(Dataset data) {
        for (int row = 0; row < data.size(); row++) {
            int label = ((Labels) data.targets("digit")).at(row);
            float[] meta = new float[2];
            byte[] image = new byte[3];
            data.features("meta").copyFloats(new int[] {row}, 0, 1, meta);
            data.features("image").copyBytes(new int[] {row}, 0, 1, image);
            assertThat(meta).isEqualTo(new float[] {label, label});
            assertThat(image).isEqualTo(new byte[] {(byte) label, (byte) label, (byte) label});
            assertThat(((Values) data.targets("angle")).at(row, 0)).isEqualTo((float) label);
            assertThat(data.rowWeights().orElseThrow().at(row, 0)).isEqualTo((float) label);
        }
    }

    @Test
    void viewsKeepRowsTogether() {
        Dataset data = counted();
        assertTogether(data);
        assertTogether(data.shuffled(7));
        assertTogether(data.range(3, 8).shuffled(1));
        assertTogether(data.subset(4, 4, 0, 9));
        Splitter.Split<Dataset> parts = data.split(0.7, 5);
        assertTogether(parts.first());
        assertTogether(parts.second());
        assertThat(parts.first().size()).isEqualTo(7);
    }

    @Test
    void saysWhatThereIs() {
        Dataset data = counted();
        assertThat(data.inputNames()).containsExactly("meta", "image").inOrder();
        assertThat(data.targetNames()).containsExactly("digit", "angle").inOrder();
        assertThat(data.rowLength()).isEqualTo(5);
        assertThat(data.toString())
                .isEqualTo("Dataset[10 rows of meta: 2 floats, image: 3 bytes, digit: class labels, "
                        + "angle: real targets, 1 per row]");
        Dataset plain = Samples.labelled(4, 3, 2, 1);
        assertThat(plain.inputNames()).isEmpty();
        assertThat(plain.targetNames()).isEmpty();
        assertThat(plain.rowWeights()).isEmpty();
    }

    @Test
    void whatThereAreSeveralOfNeedsAName() {
        Dataset data = counted();
        assertFails(IllegalStateException.class, data::features, "[meta, image]", "features(\"meta\")");
        assertFails(IllegalStateException.class, data::targets, "[digit, angle]", "targets(\"digit\")");
        assertFails(IllegalStateException.class, data::labels, "[digit, angle]");
        assertFails(IllegalStateException.class, () -> data.row(0), "[meta, image]");
        assertFails(IllegalArgumentException.class, () -> data.features("imag"), "no input 'imag'", "[meta, image]");
        assertFails(IllegalArgumentException.class, () -> data.targets("x"), "no target 'x'");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        DatasetBuilder builder = Dataset.builder();
        assertFails(IllegalArgumentException.class, builder::build, "needs an input");
        builder.input("meta", Samples.rows(4, 2, 1));
        assertFails(
                IllegalArgumentException.class, () -> builder.input("meta", new byte[4][2]), "'meta' is given twice");
        assertFails(IllegalArgumentException.class, () -> builder.input(" ", new byte[4][2]), "name is blank");
        assertFails(IllegalArgumentException.class, () -> builder.labels("digit", 0, -1, 0, 0), "digit[1] = -1");
        assertFails(IllegalArgumentException.class, () -> builder.values("angle", 1, Float.NaN), "angle: row 1");
        assertFails(
                IllegalArgumentException.class,
                () -> builder.input("image", new byte[5][2]).build(),
                "'image' has 5 rows, 'meta' has 4");
    }
}
