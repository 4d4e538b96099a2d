package io.regulus.train;

import static com.google.common.truth.Truth.assertWithMessage;

import io.regulus.data.DataStream;
import io.regulus.files.CsvFiles;
import io.regulus.files.IdxFiles;
import io.regulus.testing.ForkedJvm;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file several times as large as the heap is trained on in a JVM of its own, shuffled, and learned from. */
@Tag("heavy")
class LargerThanHeapTest {
    private static final String HEAP = "-Xmx96m";
    private static final long SIZE = 300L << 20;
    private static final int CLASSES = 3;
    private static final int PIXELS = 128 * 128;
    private static final int COLUMNS = 16;

    @TempDir
    Path folder;

    /** Images as light as their class says. */
    @Test
    void anIdxFile() throws IOException {
        int rows = (int) (SIZE / PIXELS);
        try (DataOutputStream images = output("images");
                DataOutputStream labels = output("labels")) {
            header(images, 3, rows, 128, 128);
            header(labels, 1, rows);
            byte[] image = new byte[PIXELS];
            Random random = new Random(1);
            for (int row = 0; row < rows; row++) {
                int label = random.nextInt(CLASSES);
                Arrays.fill(image, (byte) (20 + 90 * label + random.nextInt(20)));
                images.write(image);
                labels.writeByte(label);
            }
        }
        assertLearned("idx", rows);
    }

    private static void header(DataOutputStream file, int rank, int... shape) throws IOException {
        file.writeInt(0x0800 + rank);
        for (int length : shape) {
            file.writeInt(length);
        }
    }

    /** Rows whose largest column among the first three is that of their class. */
    @Test
    void aCsvFile() throws IOException {
        int rows = 0;
        try (OutputStream file = output("rows.csv")) {
            Random random = new Random(1);
            for (long written = 0; written < SIZE; rows++) {
                int label = random.nextInt(CLASSES);
                StringBuilder line = new StringBuilder().append(label);
                for (int column = 0; column < COLUMNS; column++) {
                    line.append(',').append(random.nextInt(1_000_000) / 1e6 + (column == label ? 1 : 0));
                }
                byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
                file.write(bytes);
                written += bytes.length;
            }
        }
        assertLearned("csv", rows);
    }

    private DataOutputStream output(String name) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 20));
    }

    private void assertLearned(String kind, int rows) {
        ForkedJvm jvm =
                ForkedJvm.run(Child.class, jar -> true, HEAP, "-Dfolder=" + folder, "-Dkind=" + kind, "-Drows=" + rows);
        assertWithMessage(jvm.output()).that(jvm.exit()).isEqualTo(0);
        assertWithMessage(jvm.output()).that(jvm.output()).contains("learned " + rows + " rows");
    }

    /** Trains an epoch within the small heap. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Path folder = Path.of(System.getProperty("folder"));
            boolean idx = System.getProperty("kind").equals("idx");
            DataStream stream = idx
                    ? IdxFiles.of(folder.resolve("images"), folder.resolve("labels")).stream()
                    : CsvFiles.read(folder.resolve("rows.csv"))
                            .noHeader()
                            .classLabel("c1")
                            .classes("0", "1", "2")
                            .stream();
            Fit fit = Fit.epochs(1).batchSize(64).validateOn(stream.take(2_000)).verbose(false);
            DataStream shuffled = stream.shuffle(1_000, 5);
            EpochResult result;
            if (idx) {
                try (HeapModels_PictureModel model = HeapModels_PictureModel.create()) {
                    result = model.fit(shuffled, fit).last();
                }
            } else {
                try (HeapModels_TableModel model = HeapModels_TableModel.create()) {
                    result = model.fit(shuffled, fit).last();
                }
            }
            double accuracy = result.validation().orElseThrow().metric("accuracy");
            if (Runtime.getRuntime().maxMemory() > 100L << 20) {
                throw new AssertionError(
                        "the heap is not small: " + Runtime.getRuntime().maxMemory());
            }
            if (!(accuracy > 0.9)) {
                throw new AssertionError("accuracy " + accuracy);
            }
            System.out.println("learned " + result.training().rows() + " rows");
        }
    }
}
