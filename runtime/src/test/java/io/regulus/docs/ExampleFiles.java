package io.regulus.docs;

import com.google.protobuf.ByteString;
import io.regulus.files.IdxArray;
import io.regulus.files.IdxFiles;
import io.regulus.tfrecord.TfRecordWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.tensorflow.proto.BytesList;
import org.tensorflow.proto.Example;
import org.tensorflow.proto.Feature;
import org.tensorflow.proto.Features;
import org.tensorflow.proto.FloatList;
import org.tensorflow.proto.Int64List;

/** The files that the examples of the documentation read, by the names that they have there. */
final class ExampleFiles {
    private final Path folder;

    private ExampleFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all of them into a folder. */
    static void write(Path folder) throws IOException {
        ExampleFiles files = new ExampleFiles(folder);
        files.tables();
        files.images();
        files.idx();
        files.cifar();
        files.texts();
        files.records();
    }

    private void tables() throws IOException {
        IntFunction<String> house = i -> i % 5 + ".5," + (i % 7 == 0 ? "" : 100 + i) + ","
                + List.of("NEAR BAY", "INLAND", "ISLAND").get(i % 3) + "," + 1000 * i;
        table("houses-of-records.csv", "income,total_bedrooms,proximity,price", 60, house);
        table("all-houses.csv", "income,total_bedrooms,proximity,price", 60, house);
        table("houses-with-towns.csv", "id;town;rooms;price", 20, i -> i + ";Ely;" + i % 7 + ";" + 100 * i);
        // its line 292 is the one that the page shows
        table("houses-with-gaps.csv", "total_bedrooms,rooms,price", 300, i -> (i == 290 ? "" : i) + ",5," + 100 * i);
        table(
                "flowers.csv",
                "length,width,species",
                30,
                i -> i + ",2," + List.of("iris", "rose", "tulip").get(i % 3));
        table("more.csv", "length,width,species", 4, i -> i + ",3,rose");
        String measured = IntStream.range(0, 10)
                .mapToObj(i -> "µ" + i + "\t1\t2\tx\t" + i + "\ty\t3\n")
                .collect(Collectors.joining("", "measured\nin Málaga\n", ""));
        Files.writeString(folder.resolve("measured.txt"), measured, StandardCharsets.ISO_8859_1);
    }

    private void table(String name, String header, int rows, IntFunction<String> row) throws IOException {
        Files.write(
                folder.resolve(name),
                IntStream.rangeClosed(0, rows)
                        .mapToObj(i -> i == 0 ? header : row.apply(i - 1))
                        .toList());
    }

    private void images() throws IOException {
        for (String kind : List.of("photos/train/cat", "photos/train/dog", "photos/test/dog", "digits/0", "digits/1")) {
            Path images = Files.createDirectories(folder.resolve(kind));
            for (int i = 0; i < 4; i++) {
                BufferedImage image = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
                image.setRGB(i, i, 0xffffff);
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
    }

    private void idx() throws IOException {
        // more than the 10,000 rows that the page on streams holds back
        idx("images", "labels", 10_050);
        idx("a-images", "a-labels", 20);
        idx("b-images", "b-labels", 20);
        idx("plain-images", "plain-labels", 20);
        packed("train-images-idx3-ubyte.gz", Files.readAllBytes(folder.resolve("plain-images")));
        packed("train-labels-idx1-ubyte.gz", Files.readAllBytes(folder.resolve("plain-labels")));
    }

    private void idx(String images, String labels, int rows) {
        byte[] classes = new byte[rows];
        for (int i = 0; i < rows; i++) {
            classes[i] = (byte) (i % 10);
        }
        IdxFiles.write(folder.resolve(images), new IdxArray(new int[] {rows, 28, 28}, new byte[rows * 28 * 28]));
        IdxFiles.write(folder.resolve(labels), new IdxArray(new int[] {rows}, classes));
    }

    private void cifar() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), new byte[4 * 3073]);
        Files.write(folder.resolve("data_batch_2.bin"), new byte[2 * 3073]);
        Files.write(folder.resolve("train.bin"), new byte[4 * 3074]);
    }

    private void texts() throws IOException {
        String lines = IntStream.range(0, 12)
                .mapToObj(i -> "headline " + i + "\t" + (i % 2 == 0 ? "sport" : "stocks") + "\n")
                .collect(Collectors.joining());
        packed("train.txt.gz", lines.getBytes(StandardCharsets.UTF_8));
        packed("test.txt.gz", lines.getBytes(StandardCharsets.UTF_8));
    }

    private void packed(String name, byte[] bytes) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            file.write(bytes);
        }
    }

    private void records() {
        try (TfRecordWriter file = TfRecordWriter.create(folder.resolve("digits.tfrecord"))) {
            for (int i = 0; i < 10; i++) {
                file.write(example(Features.newBuilder()
                        .putFeature("pixels", bytes(new byte[784]))
                        .putFeature("digit", number(i))));
            }
        }
        for (String name : List.of("1.tfrecord", "2.tfrecord")) {
            try (TfRecordWriter file = TfRecordWriter.create(folder.resolve(name))) {
                for (int i = 0; i < 5; i++) {
                    file.write(example(Features.newBuilder()
                            .putFeature("rooms", floats(1, 2, 3, i))
                            .putFeature("town", number(i))
                            .putFeature("price", floats(100 * i))));
                }
            }
        }
    }

    private static Example example(Features.Builder features) {
        return Example.newBuilder().setFeatures(features).build();
    }

    private static Feature bytes(byte[] bytes) {
        return Feature.newBuilder()
                .setBytesList(BytesList.newBuilder().addValue(ByteString.copyFrom(bytes)))
                .build();
    }

    private static Feature number(long number) {
        return Feature.newBuilder()
                .setInt64List(Int64List.newBuilder().addValue(number))
                .build();
    }

    private static Feature floats(float... numbers) {
        FloatList.Builder list = FloatList.newBuilder();
        for (float number : numbers) {
            list.addValue(number);
        }
        return Feature.newBuilder().setFloatList(list).build();
    }
}
