package io.regulus.tfrecord;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import io.regulus.data.Blocks;
import io.regulus.data.Dataset;
import io.regulus.files.BadRow;
import io.regulus.files.BadRows;
import io.regulus.files.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;

/** Against the files that TensorFlow wrote for make_file_fixtures.py. */
class TfRecordFilesTest {
    private static final Path FIVE = Path.of("src/test/resources/files/five.tfrecord");
    private static final Path FIVE_PACKED = Path.of("src/test/resources/files/five.tfrecord.gz");

    @TempDir
    Path folder;

    @Test
    void bytesWithLabels() {
        for (Path file : List.of(FIVE, FIVE_PACKED)) {
            Dataset data = TfRecordFiles.read(file)
                    .bytes("pixels", 4)
                    .label("label", 3)
                    .load();
            assertEquals(5, data.size());
            assertArrayEquals(new int[] {0, 1, 2, 0, 1}, data.labels().toArray());
            int[] row = new int[4];
            data.copyInts(new int[] {3}, 0, 1, row);
            assertArrayEquals(new int[] {3, 103, 203, 255}, row);
        }
    }

    @Test
    void floatsWithTargets() {
        Dataset data = TfRecordFiles.read(FIVE).floats("x", 3).target("price").load();
        assertArrayEquals(new float[] {4.5f, -4, 1e-3f}, data.row(4));
        assertArrayEquals(new float[] {0, 10, 20, 30, 40}, data.values().toArray());
    }

    @Test
    void severalInputsAndTargetsHaveTheNamesOfTheirFeatures() {
        Dataset data = TfRecordFiles.read(FIVE, FIVE_PACKED)
                .ints("ids", 3)
                .floats("x", 3)
                .label("label", 3)
                .targets("price", 1)
                .load();
        assertEquals(List.of("ids", "x"), data.inputNames());
        assertEquals(List.of("label", "price"), data.targetNames());
        assertEquals(10, data.size());
        int[] ids = new int[3];
        data.features("ids").copyInts(new int[] {7}, 0, 1, ids);
        assertArrayEquals(new int[] {2, Integer.MAX_VALUE, Integer.MIN_VALUE}, ids);
    }

    @Test
    void blocksRunOverTheEndsOfFiles() {
        try (Blocks blocks = TfRecordFiles.read(FIVE, FIVE_PACKED)
                .floats("x", 3)
                .target("price")
                .open()) {
            assertArrayEquals(
                    new float[] {0, 10, 20},
                    blocks.next(3).orElseThrow().values().toArray());
            assertArrayEquals(
                    new float[] {30, 40, 0},
                    blocks.next(3).orElseThrow().values().toArray());
            assertEquals(4, blocks.next(9).orElseThrow().size());
            assertEquals(Optional.empty(), blocks.next(9));
        }
    }

    @Test
    void theWriterWritesTensorFlowsBytes() throws IOException {
        Path copy = folder.resolve("copy.tfrecord");
        Path packed = folder.resolve("copy.tfrecord.gz");
        try (TfRecordFile file = TfRecordFile.open(FIVE);
                TfRecordWriter writer = TfRecordWriter.create(copy);
                TfRecordWriter packing = TfRecordWriter.create(packed)) {
            Problems none = null;
            for (Optional<byte[]> record = file.next(none); record.isPresent(); record = file.next(none)) {
                writer.write(Example.parseFrom(record.get()));
                packing.write(Example.parseFrom(record.get()));
            }
        }
        assertArrayEquals(Files.readAllBytes(FIVE), Files.readAllBytes(copy));
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(packed))) {
            assertArrayEquals(Files.readAllBytes(FIVE), unpacked.readAllBytes());
        }
    }

    /** A first record of 0x88B1F bytes makes a file begin as gzip does: 1F 8B 08. */
    @Test
    void aLengthThatLooksLikeGzipIsNone() {
        byte[] value = new byte[0x88B1F - 23];
        Example example = Example.newBuilder()
                .setFeatures(Features.newBuilder()
                        .putAllFeature(Map.of(
                                "b",
                                Feature.newBuilder()
                                        .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFrom(value)))
                                        .build())))
                .build();
        assertEquals(0x88B1F, example.getSerializedSize());
        Path file = folder.resolve("odd.tfrecord");
        try (TfRecordWriter writer = TfRecordWriter.create(file)) {
            writer.write(example);
        }
        assertEquals(
                value.length,
                TfRecordFiles.read(file).bytes("b", value.length).load().rowLength());
    }

    @Test
    void aRecordOfWrongChecksumCanBeSkipped() throws IOException {
        byte[] bytes = Files.readAllBytes(FIVE);
        int second = bytes.length / 5 + 40;
        bytes[second] ^= 1;
        Path file = Files.write(folder.resolve("damaged.tfrecord"), bytes);
        List<BadRow> skipped = new ArrayList<>();
        TfRecordFiles reader =
                TfRecordFiles.read(file).floats("x", 3).target("price").badRows(BadRows.skip(1, skipped::add));
        assertArrayEquals(new float[] {0, 20, 30, 40}, reader.load().values().toArray());
        assertEquals("record 1", skipped.get(0).place());
        assertThrows(
                io.regulus.files.DataFileException.class,
                () -> reader.badRows(BadRows.REFUSE).load());
    }
}
